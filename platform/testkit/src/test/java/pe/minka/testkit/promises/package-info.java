/** What the platform promises to every service, tried on the smallest one over real servers. */
@NullMarked
package pe.minka.testkit.promises;

import org.jspecify.annotations.NullMarked;
