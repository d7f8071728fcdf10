@NullMarked
package pe.minka.local.part;

import org.jspecify.annotations.NullMarked;
