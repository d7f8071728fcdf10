/** What an entity expects to receive, what arrives, and whose agreements pay for the difference. */
@NullMarked
package pe.minka.allocation.income;

import org.jspecify.annotations.NullMarked;
