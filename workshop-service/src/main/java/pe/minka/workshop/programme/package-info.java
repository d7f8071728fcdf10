/** The investment programme put before the agents: its projects are voted like all others. */
@NullMarked
package pe.minka.workshop.programme;

import org.jspecify.annotations.NullMarked;
