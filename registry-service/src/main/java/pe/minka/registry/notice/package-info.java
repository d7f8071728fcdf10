/** Calls and notices by each channel, with proof of when they arrived. */
@NullMarked
package pe.minka.registry.notice;

import org.jspecify.annotations.NullMarked;
