/** What the facts show to be amiss: rules as data, raised once a subject, answered, closed. */
@NullMarked
package pe.minka.transparency.finding;

import org.jspecify.annotations.NullMarked;
