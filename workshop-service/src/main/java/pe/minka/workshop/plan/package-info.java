/** The concerted development plan that proposals must serve. */
@NullMarked
package pe.minka.workshop.plan;

import org.jspecify.annotations.NullMarked;
