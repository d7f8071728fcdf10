/** Credentials that anyone can verify without a connection. */
@NullMarked
package pe.minka.registry.credential;

import org.jspecify.annotations.NullMarked;
