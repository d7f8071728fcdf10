package pe.minka.workshop.channel;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Agents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Passes that let a voter vote at a terminal. The officer sees the credential and admits; the terminal sees the pass
 * and the ballot. A pass is the voter's id and its end, sealed under the key of the terminal, and is stored nowhere.
 */
@ApplicationScoped
class VotingPasses {

    private static final Duration LIFE = Duration.ofMinutes(20);
    private static final String PLACE = "voting-pass";

    private final Polling polling;
    private final PollingDevices devices;
    private final Agents agents;
    private final Statements statements;
    private final PersonalCipher cipher;
    private final Clock clock;

    VotingPasses(
            Polling polling,
            PollingDevices devices,
            Agents agents,
            Statements statements,
            PersonalCipher cipher,
            Clock clock) {
        this.polling = polling;
        this.devices = devices;
        this.agents = agents;
        this.statements = statements;
        this.cipher = cipher;
        this.clock = clock;
    }

    record Pass(String value, Instant until) {}

    /** Admits a voter who is on the roll and has not voted. What decides is the roll again, when the ballot comes. */
    Pass admit(UUID round, UUID terminal, String credential) {
        var vote = polling.known(round);
        vote.mustAdmit(Channel.ASSISTED);
        vote.mustTakeVoters();
        var device = inUse(round, terminal);
        var voter = agents.byCredential(vote.process(), List.of(credential)).get(credential);
        if (voter == null) {
            throw Problem.unprocessable("credential-unknown").toException();
        }
        if (statements.count("select count(*) from roll_entry where round = ? and agent = ?", round, voter.value())
                == 0) {
            throw Problem.unprocessable("voter-not-on-roll").toException();
        }
        if (statements.count(
                        "select count(*) from strike_off s join roll_entry e using (round, seat)"
                                + " where e.round = ? and e.agent = ?",
                        round,
                        voter.value())
                > 0) {
            throw Problem.conflict("already-voted").toException();
        }
        var until = clock.instant().plus(LIFE);
        var sealed = cipher.encrypt(
                device.wrappedKey(), terminal.toString(), PLACE, voter.value() + " " + until.toEpochMilli());
        return new Pass(terminal + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), until);
    }

    /** Whose pass it is. */
    AgentId voter(UUID round, String pass) {
        int dot = pass.indexOf('.');
        try {
            var terminal = inUse(round, UUID.fromString(pass.substring(0, Math.max(dot, 0))));
            var plain = cipher.decrypt(
                    terminal.wrappedKey(),
                    terminal.device().toString(),
                    PLACE,
                    Base64.getUrlDecoder().decode(pass.substring(dot + 1)));
            int blank = plain.indexOf(' ');
            if (clock.millis() < Long.parseLong(plain, blank + 1, plain.length(), 10)) {
                return AgentId.fromString(plain.substring(0, blank));
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException forged) {
            throw Problem.unprocessable("voting-pass-invalid").toException();
        }
        throw Problem.unprocessable("voting-pass-invalid").toException();
    }

    private PollingDevice inUse(UUID round, UUID terminal) {
        return devices.find(terminal)
                .filter(device -> device.round().equals(round)
                        && device.kind() == PollingDevice.Kind.TERMINAL
                        && !device.revoked())
                .orElseThrow(() -> Problem.unprocessable("terminal-not-in-use").toException());
    }
}
