/** What a voter takes home: the signature under a commitment. */
@NullMarked
package pe.minka.workshop.receipt;

import org.jspecify.annotations.NullMarked;
