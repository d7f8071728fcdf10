/** The demonstration that a fresh stack is loaded with. */
@NullMarked
package pe.minka.local.demo;

import org.jspecify.annotations.NullMarked;
