/** Values that every context shares. A value is a record that cannot be wrong; nothing here knows a framework. */
@NullMarked
package pe.minka.platform.core;

import org.jspecify.annotations.NullMarked;
