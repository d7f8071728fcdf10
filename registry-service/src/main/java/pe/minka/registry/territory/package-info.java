/** Entities, the territories they govern, and published indicators of their zones. */
@NullMarked
package pe.minka.registry.territory;

import org.jspecify.annotations.NullMarked;
