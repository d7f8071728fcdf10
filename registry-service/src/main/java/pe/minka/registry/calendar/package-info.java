/** When the steps of a process take place, and which calls are late. */
@NullMarked
package pe.minka.registry.calendar;

import org.jspecify.annotations.NullMarked;
