package pe.minka.workshop.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.workshop.ballot.Polling;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** Tells everyone what was decided by act about ballots of a channel, so that none of it can be unsaid. */
@ApplicationScoped
public class ChannelActs {

    private final Outbox outbox;

    ChannelActs(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What an act does. */
    public enum Act {
        RECONCILIATION_CORRECTED,
        TABLE_SETTLED,
        BALLOT_COUNTED,
        BALLOT_SET_ASIDE,
        HAND_COUNT_DISCARDED,
        DEVICE_REVOKED
    }

    /**
     * What an act is about.
     *
     * @param thing its id
     * @param because why a ballot had been kept aside
     */
    public record Matter(
            Act act,
            String thing,
            @Nullable String label,
            @Nullable String because,
            Map<String, Integer> figures,
            int accounts) {}

    /** The words in which an act was written. */
    public record Words(String document, @Nullable String reason) {

        String sha256() {
            var words = JsonNodeFactory.instance.objectNode().put("document", document);
            if (reason != null) {
                words.put("reason", reason);
            }
            return CanonicalDocument.of(words).sha256();
        }
    }

    /** Part of the transaction of the act. */
    public void tell(Polling.Vote vote, Matter matter, Words words) {
        outbox.append(new ChannelActRecorded(
                vote.process(),
                vote.entity(),
                vote.round(),
                matter.act(),
                matter.thing(),
                matter.label(),
                matter.because(),
                new TreeMap<>(matter.figures()),
                words.sha256(),
                matter.accounts(),
                Roles.POLLING_OFFICER,
                vote.now().truncatedTo(ChronoUnit.HOURS)));
    }
}
