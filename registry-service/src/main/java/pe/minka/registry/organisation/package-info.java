/** The organisations that send agents. */
@NullMarked
package pe.minka.registry.organisation;

import org.jspecify.annotations.NullMarked;
