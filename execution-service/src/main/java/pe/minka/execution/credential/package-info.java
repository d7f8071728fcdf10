/** Credentials of those elected: on what minutes, on which day, how late. */
@NullMarked
package pe.minka.execution.credential;

import org.jspecify.annotations.NullMarked;
