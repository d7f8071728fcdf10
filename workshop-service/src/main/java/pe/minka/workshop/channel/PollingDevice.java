package pe.minka.workshop.channel;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A device that a polling officer registered for one round.
 *
 * @param publicKey Ed25519, of devices that vote offline: what they sign is theirs
 * @param wrappedKey seals the passes of a terminal
 * @param zone where its pollster asks
 * @param assigned how many answers its pollster is asked for
 * @param sealed how many envelopes it sealed, once it is returned
 */
public record PollingDevice(
        UUID device,
        UUID round,
        Kind kind,
        String label,
        byte @Nullable [] publicKey,
        byte[] wrappedKey,
        @Nullable String zone,
        @Nullable Integer assigned,
        @Nullable Integer sealed,
        boolean revoked) {

    /** What a device is for. */
    public enum Kind {
        /** Stands in the polling place and votes online for whom the officer admits. */
        TERMINAL,
        /** Seals ballots without a network and brings them later. */
        OFFLINE_DEVICE
    }
}
