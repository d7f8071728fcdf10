package pe.minka.workshop.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.ballot.VotePeriod;
import pe.minka.workshop.channel.PollingDevice;
import pe.minka.workshop.channel.PollingDevices;
import pe.minka.workshop.poll.Respondents;
import pe.minka.workshop.process.Agents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes envelopes in: a batch is one transaction, in any order, as often as it comes. What cannot be counted by itself
 * is kept aside and told; nothing is lost and nothing counts twice.
 */
@ApplicationScoped
class SyncEnvelopes {

    private final Polling polling;
    private final PollingDevices devices;
    private final OfflineVoting offlineVoting;
    private final OfflineEnvelopes envelopes;
    private final Agents agents;
    private final Respondents respondents;
    private final ObjectMapper json;

    SyncEnvelopes(
            Polling polling,
            PollingDevices devices,
            OfflineVoting offlineVoting,
            OfflineEnvelopes envelopes,
            Agents agents,
            Respondents respondents,
            ObjectMapper json) {
        this.polling = polling;
        this.devices = devices;
        this.offlineVoting = offlineVoting;
        this.envelopes = envelopes;
        this.agents = agents;
        this.respondents = respondents;
        this.json = json;
    }

    /** @param counted ballots in the box; @param repeated whether it was brought before; @param aside what waits */
    record Synced(UUID envelope, int counted, boolean repeated, List<OfflineEnvelopes.Waiting> aside) {}

    /** What a device seals for one voter; blanks after it hide its length. */
    record Sheet(List<Marked> ballots) {

        record Marked(
                @Nullable List<UUID> choices, @Nullable Map<UUID, Integer> points) {}
    }

    /** One ballot on its way. @param mark null where it is none that the ballot paper admits */
    private record Item(
            Envelope envelope,
            int number,
            @Nullable UUID voter,
            @Nullable String mark,
            byte[] sealed) {}

    @Transactional
    List<Synced> sync(UUID round, List<Envelope> brought) {
        var vote = polling.held(round);
        vote.mustAdmit(Channel.OFFLINE_DEVICE);
        vote.mustBeOpen();
        var opener = offlineVoting.opener(round);
        var known = devices.of(
                round, brought.stream().map(Envelope::device).distinct().toList());
        var first = new LinkedHashMap<UUID, Envelope>();
        var trusted = new ArrayList<Envelope>();
        for (Envelope envelope : brought) {
            var distrust = distrust(vote, known.get(envelope.device()), envelope);
            if (distrust != null) {
                envelopes.keepAside(round, envelope, 0, distrust, null, envelope.sealed());
            } else if (first.putIfAbsent(envelope.envelope(), envelope) == null) {
                trusted.add(envelope);
            } else {
                reused(
                        round,
                        envelope,
                        Objects.requireNonNull(first.get(envelope.envelope())).digest());
            }
        }
        var before = envelopes.claim(round, trusted);
        var fresh = new ArrayList<Envelope>();
        for (Envelope envelope : trusted) {
            var digest = before.get(envelope.envelope());
            if (digest == null) {
                fresh.add(envelope);
            } else {
                reused(round, envelope, digest);
            }
        }
        take(vote, opener, known, fresh);
        return answers(round, brought, fresh);
    }

    private void reused(UUID round, Envelope envelope, byte[] digest) {
        if (!Arrays.equals(digest, envelope.digest())) {
            envelopes.keepAside(round, envelope, 0, Conflict.ENVELOPE_REUSED, null, envelope.sealed());
        }
    }

    /** Why an envelope as a whole is not what a device of this round sealed while it was voted. */
    private static @Nullable Conflict distrust(Polling.Vote vote, @Nullable PollingDevice device, Envelope envelope) {
        if (device == null || device.publicKey() == null) {
            return Conflict.DEVICE_UNKNOWN;
        }
        if (!EnvelopeSeal.isSigned(device.publicKey(), envelope.signed(vote.round()), envelope.signature())) {
            return Conflict.SIGNATURE_WRONG;
        }
        return device.revoked() ? Conflict.DEVICE_REVOKED : null;
    }

    private void take(
            Polling.Vote vote, EnvelopeSeal.Opener opener, Map<UUID, PollingDevice> known, List<Envelope> fresh) {
        var voters = voters(vote, fresh);
        var items = new ArrayList<Item>();
        for (Envelope envelope : fresh) {
            var because = untimely(vote, envelope);
            var sheet = opener.open(envelope.envelope(), envelope.sealed())
                    .flatMap(this::read)
                    .filter(each -> each.ballots().size() == envelope.voters().size());
            if (sheet.isEmpty()) {
                envelopes.keepAside(vote.round(), envelope, 0, Conflict.UNREADABLE, null, envelope.sealed());
                continue;
            }
            for (int i = 0; i < envelope.voters().size(); i++) {
                var marked = sheet.get().ballots().get(i);
                var mark = polling.findMark(vote.round(), marked.choices(), marked.points());
                var item = new Item(
                        envelope, i, voters.get(envelope.voters().get(i)), mark.orElse(null), envelope.sealed());
                if (item.mark() == null) {
                    keepAside(vote.round(), item, Conflict.MARK_NOT_ADMITTED);
                } else if (because != null) {
                    keepAside(vote.round(), item, because);
                } else {
                    items.add(item);
                }
            }
        }
        strikeOff(vote, known, items);
    }

    private void strikeOff(Polling.Vote vote, Map<UUID, PollingDevice> known, List<Item> items) {
        var round = vote.round();
        var complete = new ArrayList<Item>();
        for (Item item : items) {
            if (item.voter() == null) {
                keepAside(round, item, Conflict.VOTER_UNKNOWN);
            } else {
                complete.add(item);
            }
        }
        if (vote.rule().ofRespondents()) {
            respondents.meet(
                    round,
                    complete.stream().map(Item::voter).toList(),
                    complete.stream()
                            .map(item -> zone(known.get(item.envelope().device())))
                            .toArray(String[]::new));
        }
        var entries = polling.strikeOff(
                round,
                Channel.OFFLINE_DEVICE,
                complete.stream()
                        .map(item -> new Polling.Voter(Objects.requireNonNull(item.voter()), item.mark()))
                        .toList());
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case STRUCK_OFF -> {}
                case ALREADY_VOTED -> keepAside(round, complete.get(i), Conflict.ALREADY_VOTED);
                case NOT_ON_ROLL -> keepAside(round, complete.get(i), Conflict.NOT_ON_ROLL);
            }
        }
    }

    private static @Nullable String zone(@Nullable PollingDevice device) {
        return device == null ? null : device.zone();
    }

    /** What is legible is sealed anew, so that all that waits has one length; the rest is kept as it came. */
    private void keepAside(UUID round, Item item, Conflict because) {
        envelopes.keepAside(
                round,
                item.envelope(),
                item.number(),
                because,
                item.voter(),
                item.mark() == null ? item.sealed() : polling.sealAside(round, item.mark()));
    }

    private @Nullable Conflict untimely(Polling.Vote vote, Envelope envelope) {
        var period = new VotePeriod(
                Objects.requireNonNull(vote.openedAt()), Objects.requireNonNullElse(vote.deadline(), vote.now()));
        if (!period.contains(envelope.sealedAt())) {
            return Conflict.SEALED_OUTSIDE_THE_VOTE;
        }
        var sync = offlineVoting.known(vote.round()).syncMinutes();
        return vote.deadline() != null && !vote.now().isBefore(vote.deadline().plus(sync))
                ? Conflict.SYNCED_LATE
                : null;
    }

    /** Who they are that the envelopes name; unknown ones are missing. */
    private Map<String, UUID> voters(Polling.Vote vote, List<Envelope> fresh) {
        var named = fresh.stream()
                .flatMap(envelope -> envelope.voters().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, UUID> found = new HashMap<>();
        if (vote.rule().ofAgents()) {
            agents.byCredential(vote.process(), named).forEach((typed, agent) -> found.put(typed, agent.value()));
        } else {
            named.forEach(document -> respondents
                    .identifier(vote.round(), document)
                    .ifPresent(identifier -> found.put(document, identifier)));
        }
        return found;
    }

    private Optional<Sheet> read(byte[] plain) {
        try {
            var sheet = json.readValue(new String(plain, StandardCharsets.UTF_8).strip(), Sheet.class);
            return sheet.ballots() == null || sheet.ballots().stream().anyMatch(Objects::isNull)
                    ? Optional.empty()
                    : Optional.of(sheet);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private List<Synced> answers(UUID round, List<Envelope> brought, List<Envelope> fresh) {
        var isFresh = new HashSet<>(fresh);
        var waiting = envelopes.of(round, brought);
        var answers = new ArrayList<Synced>();
        for (Envelope envelope : brought) {
            var aside = waiting.getOrDefault(HexFormat.of().formatHex(envelope.digest()), List.of());
            int held = waiting(envelope.voters().size(), aside);
            answers.add(new Synced(
                    envelope.envelope(),
                    envelope.voters().size() - held,
                    !isFresh.remove(envelope) && aside.stream().noneMatch(each -> isWhole(each.because())),
                    aside));
        }
        return answers;
    }

    /** How many of so many ballots wait for an act, or were set aside by one. */
    static int waiting(int ballots, List<OfflineEnvelopes.Waiting> aside) {
        return aside.stream().anyMatch(each -> isWhole(each.because()))
                ? ballots
                : (int) aside.stream()
                        .filter(each -> !"COUNTED".equals(each.decision()))
                        .count();
    }

    private static boolean isWhole(Conflict because) {
        return switch (because) {
            case DEVICE_UNKNOWN, DEVICE_REVOKED, SIGNATURE_WRONG, ENVELOPE_REUSED, UNREADABLE -> true;
            case SEALED_OUTSIDE_THE_VOTE, MARK_NOT_ADMITTED, SYNCED_LATE, VOTER_UNKNOWN, NOT_ON_ROLL, ALREADY_VOTED ->
                false;
        };
    }
}
