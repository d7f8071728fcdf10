@NullMarked
package pe.minka.local;

import org.jspecify.annotations.NullMarked;
