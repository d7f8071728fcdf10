/** Where the arithmetic of signatures is done. */
@NullMarked
package pe.minka.workshop.cryptography;

import org.jspecify.annotations.NullMarked;
