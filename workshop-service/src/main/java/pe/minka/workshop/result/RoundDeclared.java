package pe.minka.workshop.result;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/**
 * What a round is held to was fixed before its first ballot. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param sha256 of the declaration
 * @param drawSecretSha256 of the secret half of the seed of a draw, which is shown after the close
 * @param receiptKey Ed25519, 32 bytes in hexadecimal
 */
record RoundDeclared(
        ProcessId process,
        EntityCode entity,
        UUID round,
        String sha256,
        String drawSecretSha256,
        String receiptKey,
        int roll)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return round.toString();
    }
}
