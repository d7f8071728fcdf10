/** Bodies named by an act: technical team, councils, boards. */
@NullMarked
package pe.minka.registry.body;

import org.jspecify.annotations.NullMarked;
