/** Statements that features share, so that each says only what it asks. */
@NullMarked
package pe.minka.workshop.store;

import org.jspecify.annotations.NullMarked;
