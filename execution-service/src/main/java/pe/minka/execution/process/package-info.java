/** What this service keeps of each process: whose it is and which ordinance rules its works. */
@NullMarked
package pe.minka.execution.process;

import org.jspecify.annotations.NullMarked;
