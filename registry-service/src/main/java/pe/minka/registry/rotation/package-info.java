/** Sessions of bodies, and who sat in them. */
@NullMarked
package pe.minka.registry.rotation;

import org.jspecify.annotations.NullMarked;
