/** What cursors of this service hold. */
@NullMarked
package pe.minka.execution.paging;

import org.jspecify.annotations.NullMarked;
