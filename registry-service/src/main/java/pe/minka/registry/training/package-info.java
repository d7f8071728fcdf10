/** Training of agents and staff. */
@NullMarked
package pe.minka.registry.training;

import org.jspecify.annotations.NullMarked;
