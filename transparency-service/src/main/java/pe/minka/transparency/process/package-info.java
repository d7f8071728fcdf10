/** The read model of a process: everything public about one cycle, folded from the facts in any order. */
@NullMarked
package pe.minka.transparency.process;

import org.jspecify.annotations.NullMarked;
