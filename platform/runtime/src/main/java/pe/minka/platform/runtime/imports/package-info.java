/** Bulk files: dry run, a job to follow, a result per row. */
@NullMarked
package pe.minka.platform.runtime.imports;

import org.jspecify.annotations.NullMarked;
