/** Workshops: convened in time, attended, opened with quorum, ended with sealed minutes. */
@NullMarked
package pe.minka.workshop.session;

import org.jspecify.annotations.NullMarked;
