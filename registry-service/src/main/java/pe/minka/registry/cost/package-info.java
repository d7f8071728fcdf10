/** What running a process costs, apart from the money that it decides on. */
@NullMarked
package pe.minka.registry.cost;

import org.jspecify.annotations.NullMarked;
