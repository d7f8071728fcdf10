/** What an ordinance would say of something that is only planned: nothing is stored. */
@NullMarked
package pe.minka.registry.simulation;

import org.jspecify.annotations.NullMarked;
