/** Ordinary sessions of bodies and what they must bring forth. */
@NullMarked
package pe.minka.allocation.session;

import org.jspecify.annotations.NullMarked;
