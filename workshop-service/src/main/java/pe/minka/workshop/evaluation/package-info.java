/** The technical opinion on a proposal. */
@NullMarked
package pe.minka.workshop.evaluation;

import org.jspecify.annotations.NullMarked;
