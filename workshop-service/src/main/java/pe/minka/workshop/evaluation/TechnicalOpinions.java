package pe.minka.workshop.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The opinions that stand on a proposal, for those who show or ask for them. Never who gave one. */
@ApplicationScoped
public class TechnicalOpinions {

    private final Evaluations evaluations;

    TechnicalOpinions(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** The latest opinion of one evaluator. */
    public record Given(Opinion opinion, @Nullable Soles cost, String explanation, Instant at) {}

    /** The latest of each evaluator, in the order in which they first spoke. */
    public List<Given> on(UUID proposal) {
        var latest = new LinkedHashMap<String, Given>();
        evaluations
                .of(proposal)
                .forEach(each ->
                        latest.put(each.evaluator, new Given(each.opinion, each.cost, each.explanation, each.at)));
        return List.copyOf(latest.values());
    }
}
