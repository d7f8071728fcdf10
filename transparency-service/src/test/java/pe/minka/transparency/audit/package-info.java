@NullMarked
package pe.minka.transparency.audit;

import org.jspecify.annotations.NullMarked;
