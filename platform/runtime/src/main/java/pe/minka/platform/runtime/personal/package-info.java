/** The keys of personal fields. */
@NullMarked
package pe.minka.platform.runtime.personal;

import org.jspecify.annotations.NullMarked;
