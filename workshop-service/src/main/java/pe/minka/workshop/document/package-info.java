/** The documents that a session had before it. */
@NullMarked
package pe.minka.workshop.document;

import org.jspecify.annotations.NullMarked;
