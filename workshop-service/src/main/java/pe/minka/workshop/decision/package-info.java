/** Decisions of a process: who took them, and how. */
@NullMarked
package pe.minka.workshop.decision;

import org.jspecify.annotations.NullMarked;
