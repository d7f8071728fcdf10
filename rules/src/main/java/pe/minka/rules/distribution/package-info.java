/** An envelope shared out among territories by a published formula. */
@NullMarked
package pe.minka.rules.distribution;

import org.jspecify.annotations.NullMarked;
