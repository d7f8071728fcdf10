/** Development plans and their objectives as the workshops told of them. */
@NullMarked
package pe.minka.allocation.plan;

import org.jspecify.annotations.NullMarked;
