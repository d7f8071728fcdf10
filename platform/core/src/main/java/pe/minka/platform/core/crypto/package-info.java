/** Personal fields at rest: a key per person, so that erasing the key erases the person and breaks no proof. */
@NullMarked
package pe.minka.platform.core.crypto;

import org.jspecify.annotations.NullMarked;
