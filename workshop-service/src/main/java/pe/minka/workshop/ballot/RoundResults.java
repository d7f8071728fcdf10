package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What rounds that were counted came to, for those who act on it. */
@ApplicationScoped
public class RoundResults {

    private final Rounds rounds;

    RoundResults(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Votes by option of a counted round of this process; nothing before the count. */
    public Optional<Map<UUID, Integer>> votes(ProcessId process, UUID id) {
        return rounds.find(id)
                .filter(round -> round.process().equals(process) && round.state() == Round.State.TALLIED)
                .map(round -> {
                    Map<UUID, Integer> votes = new HashMap<>();
                    round.options()
                            .forEach(option -> votes.put(option.option(), Objects.requireNonNull(option.votes())));
                    return votes;
                });
    }
}
