package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What rounds that were counted came to, for those who act on it. */
@ApplicationScoped
public class RoundResults {

    private final Rounds rounds;

    RoundResults(Rounds rounds) {
        this.rounds = rounds;
    }

    /**
     * A round that was counted.
     *
     * @param votes by option
     */
    public record Counted(RoundKind kind, Map<UUID, Integer> votes, Instant closedAt) {}

    /** The counted rounds of this kind and process in which any of these could be marked. */
    public List<UUID> of(ProcessId process, RoundKind kind, Set<UUID> options) {
        return rounds.of(process).stream()
                .filter(round -> round.state() == Round.State.TALLIED && round.kind() == kind)
                .filter(round -> round.options().stream().anyMatch(option -> options.contains(option.option())))
                .map(Round::round)
                .toList();
    }

    /** A counted round of this process; nothing before the count. */
    public Optional<Counted> of(ProcessId process, UUID id) {
        return rounds.find(id)
                .filter(round -> round.process().equals(process) && round.state() == Round.State.TALLIED)
                .map(round -> {
                    Map<UUID, Integer> votes = new HashMap<>();
                    round.options()
                            .forEach(option -> votes.put(option.option(), Objects.requireNonNull(option.votes())));
                    return new Counted(round.kind(), votes, Objects.requireNonNull(round.closedAt()));
                });
    }
}
