/** The smallest service there can be: one table, one resource, one event out, one event in. */
@NullMarked
package pe.minka.testkit.assembly;

import org.jspecify.annotations.NullMarked;
