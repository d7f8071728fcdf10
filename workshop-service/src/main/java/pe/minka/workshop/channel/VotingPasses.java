package pe.minka.workshop.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.poll.Voters;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Passes that let a voter vote at a terminal. The officer sees the credential and admits; the terminal sees the pass
 * and the ballot. A pass is the voter's id and its end by the database's clock, sealed under the key of the terminal,
 * and is stored nowhere.
 */
@ApplicationScoped
class VotingPasses {

    private static final Duration LIFE = Duration.ofMinutes(20);
    private static final String PLACE = "voting-pass";

    private final Polling polling;
    private final PollingDevices devices;
    private final Voters voters;
    private final PersonalCipher cipher;

    VotingPasses(Polling polling, PollingDevices devices, Voters voters, PersonalCipher cipher) {
        this.polling = polling;
        this.devices = devices;
        this.voters = voters;
        this.cipher = cipher;
    }

    record Pass(String value, Instant until) {}

    /** Admits a voter who is on the roll and has not voted. What decides is the roll again, when the ballot comes. */
    @Transactional
    Pass admit(UUID round, UUID terminal, String name) {
        var vote = polling.held(round);
        vote.mustAdmit(Channel.ASSISTED);
        vote.mustTakeVoters();
        var device = inUse(round, terminal);
        var voter = voters.named(vote, name)
                .orElseThrow(() -> Problem.unprocessable("credential-unknown").toException());
        voters.meet(vote, List.of(voter), new String[] {device.zone()});
        voters.mustHaveFreePlace(round, voter);
        var until = vote.now().plus(LIFE);
        var sealed =
                cipher.encrypt(device.wrappedKey(), terminal.toString(), PLACE, voter + " " + until.toEpochMilli());
        return new Pass(terminal + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), until);
    }

    /** Whose pass it is. */
    AgentId voter(UUID round, String pass) {
        int dot = pass.indexOf('.');
        var now = polling.known(round).now();
        try {
            var terminal = inUse(round, UUID.fromString(pass.substring(0, Math.max(dot, 0))));
            var plain = cipher.decrypt(
                    terminal.wrappedKey(),
                    terminal.device().toString(),
                    PLACE,
                    Base64.getUrlDecoder().decode(pass.substring(dot + 1)));
            int blank = plain.indexOf(' ');
            var until = Instant.ofEpochMilli(Long.parseLong(plain, blank + 1, plain.length(), 10));
            if (now.isBefore(until)) {
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
