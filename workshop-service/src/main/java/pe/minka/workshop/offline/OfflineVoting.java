package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Whether a round is voted offline, to which key, and how long after the end devices may still bring what they hold. */
@ApplicationScoped
class OfflineVoting {

    private static final String PLACE = "offline-voting";

    private final Statements statements;
    private final Polling polling;
    private final PersonalCipher cipher;

    OfflineVoting(Statements statements, Polling polling, PersonalCipher cipher) {
        this.statements = statements;
        this.polling = polling;
        this.cipher = cipher;
    }

    /** @param syncMinutes how long after the end of the vote envelopes are taken that were sealed before it */
    record Declared(UUID round, Duration syncMinutes, byte[] publicKey) {}

    /** Before the opening only: the rule of the round is known when it begins. */
    @Transactional
    Declared declare(UUID round, int syncMinutes) {
        var vote = polling.alone(round);
        vote.mustAdmit(Channel.OFFLINE_DEVICE);
        if (!vote.isPrepared()) {
            throw Problem.conflict("round-already-opened").toException();
        }
        var keys = EnvelopeSeal.Keys.random();
        var wrapped = cipher.newWrappedKey(round.toString());
        statements.execute(
                "insert into offline_voting (round, sync_minutes, public_key, wrapped_key, private_key)"
                        + " values (?, ?, ?, ?, ?) on conflict (round) do update set sync_minutes = excluded.sync_minutes",
                round,
                syncMinutes,
                keys.publicKey(),
                wrapped,
                cipher.encrypt(wrapped, round.toString(), PLACE, keys.privateKey()));
        return known(round);
    }

    Optional<Declared> find(UUID round) {
        return statements.find(
                "select sync_minutes, public_key from offline_voting where round = ?",
                row -> new Declared(round, Duration.ofMinutes(row.getInt(1)), row.getBytes(2)),
                round);
    }

    Declared known(UUID round) {
        return find(round).orElseThrow(() -> Problem.notFound().toException());
    }

    EnvelopeSeal.Opener opener(UUID round) {
        return statements
                .find(
                        "select public_key, wrapped_key, private_key from offline_voting"
                                + " where round = ? and private_key is not null",
                        row -> new EnvelopeSeal.Opener(
                                round,
                                new EnvelopeSeal.Keys(
                                        row.getBytes(1),
                                        cipher.decryptBytes(
                                                row.getBytes(2), round.toString(), PLACE, row.getBytes(3)))),
                        round)
                .orElseThrow(() -> Problem.conflict("round-not-voted-offline").toException());
    }

    void destroyKey(UUID round) {
        statements.execute("update offline_voting set wrapped_key = null, private_key = null where round = ?", round);
    }
}
