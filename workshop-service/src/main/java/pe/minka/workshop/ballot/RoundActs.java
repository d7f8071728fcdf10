package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What interrupted or prolonged a vote, for those who tell of it. */
@ApplicationScoped
public class RoundActs {

    private final ActOnRound acts;

    RoundActs(ActOnRound acts) {
        this.acts = acts;
    }

    /** @param deadline of an extension, and of nothing else */
    public record Recorded(
            int number,
            String act,
            String document,
            String reason,
            @Nullable Instant deadline,
            Instant at) {}

    /** In the order in which they were recorded. */
    public List<Recorded> of(UUID round) {
        return acts.of(round).stream()
                .map(each -> new Recorded(
                        each.number(), each.act().name(), each.document(), each.reason(), each.deadline(), each.at()))
                .toList();
    }
}
