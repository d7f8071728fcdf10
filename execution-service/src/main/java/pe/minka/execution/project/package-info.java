/** Works: from the approved agreement to the closure. */
@NullMarked
package pe.minka.execution.project;

import org.jspecify.annotations.NullMarked;
