/** What each funding line may pay, and what is charged to it. */
@NullMarked
package pe.minka.allocation.funding;

import org.jspecify.annotations.NullMarked;
