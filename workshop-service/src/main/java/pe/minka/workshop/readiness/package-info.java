/** What the regulation asks for before a round may open. */
@NullMarked
package pe.minka.workshop.readiness;

import org.jspecify.annotations.NullMarked;
