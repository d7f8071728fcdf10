package pe.minka.workshop.offline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.channel.PollingDevice;
import pe.minka.workshop.channel.PollingDevices;
import pe.minka.workshop.offline.OfflineEnvelopes.Reason;
import pe.minka.workshop.poll.Voters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
    private final Interruptions interruptions;
    private final Voters voters;
    private final ObjectMapper json;

    SyncEnvelopes(
            Polling polling,
            PollingDevices devices,
            OfflineVoting offlineVoting,
            OfflineEnvelopes envelopes,
            Interruptions interruptions,
            Voters voters,
            ObjectMapper json) {
        this.polling = polling;
        this.devices = devices;
        this.offlineVoting = offlineVoting;
        this.envelopes = envelopes;
        this.interruptions = interruptions;
        this.voters = voters;
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
                envelopes.keepAside(round, envelope, distrust);
            } else if (first.putIfAbsent(envelope.envelope(), envelope) == null) {
                trusted.add(envelope);
            } else {
                reused(
                        round,
                        envelope,
                        envelopes.digest(round, Objects.requireNonNull(first.get(envelope.envelope()))));
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
        if (!Arrays.equals(digest, envelopes.digest(round, envelope))) {
            envelopes.keepAside(round, envelope, Conflict.ENVELOPE_REUSED);
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
        var named = voters.named(
                vote,
                fresh.stream().flatMap(envelope -> envelope.voters().stream()).collect(Collectors.toSet()));
        var periods = interruptions.periods(vote);
        boolean late = isLate(vote);
        var items = new ArrayList<Item>();
        for (Envelope envelope : fresh) {
            var untimely = periods.untimely(envelope.sealedAt())
                    .map(Reason::of)
                    .orElse(late ? Reason.of(Conflict.SYNCED_LATE) : null);
            var sheet = opener.open(envelope.envelope(), envelope.sealed())
                    .flatMap(this::read)
                    .filter(each -> each.ballots().size() == envelope.voters().size());
            if (sheet.isEmpty()) {
                envelopes.keepAside(vote.round(), envelope, Conflict.UNREADABLE);
                continue;
            }
            for (int i = 0; i < envelope.voters().size(); i++) {
                var marked = sheet.get().ballots().get(i);
                var mark = polling.findMark(vote.round(), marked.choices(), marked.points());
                var item = new Item(
                        envelope, i, named.get(envelope.voters().get(i)), mark.orElse(null), envelope.sealed());
                if (item.mark() == null) {
                    keepAside(vote.round(), item, Reason.of(Conflict.MARK_NOT_ADMITTED));
                } else if (untimely != null) {
                    keepAside(vote.round(), item, untimely);
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
                keepAside(round, item, Reason.of(Conflict.VOTER_UNKNOWN));
            } else {
                complete.add(item);
            }
        }
        voters.meet(
                vote,
                complete.stream()
                        .map(item -> Objects.requireNonNull(item.voter()))
                        .toList(),
                complete.stream()
                        .map(item -> zone(known.get(item.envelope().device())))
                        .toArray(String[]::new));
        var entries = polling.strikeOff(
                round,
                Channel.OFFLINE_DEVICE,
                complete.stream()
                        .map(item -> new Polling.Voter(Objects.requireNonNull(item.voter()), item.mark()))
                        .toList());
        for (int i = 0; i < entries.size(); i++) {
            switch (entries.get(i)) {
                case STRUCK_OFF -> {}
                case ALREADY_VOTED -> keepAside(round, complete.get(i), Reason.of(Conflict.ALREADY_VOTED));
                case NOT_ON_ROLL -> keepAside(round, complete.get(i), Reason.of(Conflict.NOT_ON_ROLL));
            }
        }
    }

    private static @Nullable String zone(@Nullable PollingDevice device) {
        return device == null ? null : device.zone();
    }

    /** What is legible is sealed anew, so that all that waits has one length; the rest is kept as it came. */
    private void keepAside(UUID round, Item item, Reason reason) {
        envelopes.keepAside(
                round,
                item.envelope(),
                item.number(),
                reason,
                item.voter(),
                item.mark() == null ? item.sealed() : polling.sealAside(round, item.mark()));
    }

    private boolean isLate(Polling.Vote vote) {
        var sync = offlineVoting.known(vote.round()).syncMinutes();
        return vote.deadline() != null && !vote.now().isBefore(vote.deadline().plus(sync));
    }

    private Optional<Sheet> read(byte[] plain) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
            var sheet = Optional.ofNullable(json.readValue(text.strip(), Sheet.class));
            return sheet.filter(
                    each -> each.ballots() != null && each.ballots().stream().allMatch(Objects::nonNull));
        } catch (JsonProcessingException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private List<Synced> answers(UUID round, List<Envelope> brought, List<Envelope> fresh) {
        var isFresh = new HashSet<>(fresh);
        var waiting = envelopes.of(round, brought);
        var answers = new ArrayList<Synced>();
        for (Envelope envelope : brought) {
            var aside = waiting.getOrDefault(HexFormat.of().formatHex(envelopes.digest(round, envelope)), List.of());
            int held = waiting(envelope.voters().size(), aside);
            answers.add(new Synced(
                    envelope.envelope(),
                    envelope.voters().size() - held,
                    !isFresh.remove(envelope)
                            && aside.stream().noneMatch(each -> each.because().isOfWholeEnvelope()),
                    aside));
        }
        return answers;
    }

    /** How many of so many ballots wait for an act, or were set aside by one. */
    static int waiting(int ballots, List<OfflineEnvelopes.Waiting> aside) {
        return aside.stream().anyMatch(each -> each.because().isOfWholeEnvelope())
                ? ballots
                : (int) aside.stream()
                        .filter(each -> !"COUNTED".equals(each.decision()))
                        .count();
    }
}
