/** The roll of a round: published without personal data, frozen at the opening, changed by act alone. */
@NullMarked
package pe.minka.workshop.roll;

import org.jspecify.annotations.NullMarked;
