/** What the agreements of a process come to. */
@NullMarked
package pe.minka.allocation.report;

import org.jspecify.annotations.NullMarked;
