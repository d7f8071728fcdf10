/** Interests declared, and who may evaluate. */
@NullMarked
package pe.minka.registry.interest;

import org.jspecify.annotations.NullMarked;
