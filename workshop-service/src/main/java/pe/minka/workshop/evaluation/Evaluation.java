package pe.minka.workshop.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** One technical opinion on a proposal. It stands as given; a later one of the same evaluator takes its place. */
@Entity
class Evaluation {

    @Id
    UUID evaluation;

    UUID proposal;
    String evaluator;

    @Enumerated(EnumType.STRING)
    Opinion opinion;

    @Nullable
    Soles cost;

    String explanation;
    Instant at;

    @Column(insertable = false, updatable = false)
    long number;

    protected Evaluation() {}

    Evaluation(UUID proposal, String evaluator, Opinion opinion, @Nullable Soles cost, String explanation, Instant at) {
        this.evaluation = UUID.randomUUID();
        this.proposal = proposal;
        this.evaluator = evaluator;
        this.opinion = opinion;
        this.cost = cost;
        this.explanation = explanation;
        this.at = at;
    }
}
