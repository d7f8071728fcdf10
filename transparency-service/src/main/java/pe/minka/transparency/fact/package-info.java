/** What the other services tell: one record an event, with only the fields that are shown. */
@NullMarked
package pe.minka.transparency.fact;

import org.jspecify.annotations.NullMarked;
