@NullMarked
package pe.minka.transparency.finding;

import org.jspecify.annotations.NullMarked;
