/** How this service reaches its own database where rows are sums and lists rather than things with a life. */
@NullMarked
package pe.minka.allocation.store;

import org.jspecify.annotations.NullMarked;
