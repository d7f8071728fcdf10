/** What the community brings: labour, materials, and money kept apart from the State's. */
@NullMarked
package pe.minka.execution.contribution;

import org.jspecify.annotations.NullMarked;
