/** Devices of the polling place: terminals for assisted votes and devices that vote offline; turnout by channel. */
@NullMarked
package pe.minka.workshop.channel;

import org.jspecify.annotations.NullMarked;
