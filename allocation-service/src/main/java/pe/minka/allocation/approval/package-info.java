/** Who approved the act, in the order that the regulation names. */
@NullMarked
package pe.minka.allocation.approval;

import org.jspecify.annotations.NullMarked;
