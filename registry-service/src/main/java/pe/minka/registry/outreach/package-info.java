/** Reaching people: stakeholders, visits, promised support, and what each area of the entity has to do. */
@NullMarked
package pe.minka.registry.outreach;

import org.jspecify.annotations.NullMarked;
