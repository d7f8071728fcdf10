/** What the registry told of a process: its regulation, its phases, its agents and their training. */
@NullMarked
package pe.minka.workshop.process;

import org.jspecify.annotations.NullMarked;
