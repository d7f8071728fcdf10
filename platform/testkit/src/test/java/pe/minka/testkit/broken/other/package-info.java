/** Another service than the one that breaks the rules. */
@NullMarked
package pe.minka.testkit.broken.other;

import org.jspecify.annotations.NullMarked;
