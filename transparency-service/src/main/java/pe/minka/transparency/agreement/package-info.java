/** Each agreement from the vote to the closed work: money agreed, spent, progress, state. */
@NullMarked
package pe.minka.transparency.agreement;

import org.jspecify.annotations.NullMarked;
