/** ETag and If-Match. */
@NullMarked
package pe.minka.platform.runtime.versions;

import org.jspecify.annotations.NullMarked;
