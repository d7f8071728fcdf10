package pe.minka.workshop.result;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was tossed for the draws of rounds. Once two told the same it is never changed. */
@ApplicationScoped
class Tosses {

    private final Statements statements;

    Tosses(Statements statements) {
        this.statements = statements;
    }

    @Schema(name = "TossState")
    enum State {
        /** Another person has to tell the same. */
        WAITING,
        /** It is part of the seed. */
        ATTESTED,
        /** The two differ: it is tossed anew. */
        DISCARDED
    }

    /**
     * @param tosses coins, {@code C} for the face and {@code S} for the seal, or dice, in the order in which they fell
     * @param document that records it, such as minutes
     */
    record Toss(int number, String tosses, String document, String toldBy, State state, Instant at) {}

    List<Toss> of(UUID round) {
        return statements.list(
                "select number, tosses, document, told_by, state, at from draw_toss where round = ? order by number",
                row -> new Toss(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        State.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                round);
    }

    /** The one that counts. */
    Optional<Toss> attested(UUID round) {
        return of(round).stream().filter(toss -> toss.state() == State.ATTESTED).findFirst();
    }

    void add(UUID round, int number, String tosses, String document, String toldBy) {
        statements.execute(
                "insert into draw_toss (round, number, tosses, document, told_by, state)"
                        + " values (?, ?, ?, ?, ?, 'WAITING')",
                round,
                number,
                tosses,
                document,
                toldBy);
    }

    void answer(UUID round, int number, State state, String answeredBy) {
        statements.execute(
                "update draw_toss set state = ?, answered_by = ? where round = ? and number = ?",
                state,
                answeredBy,
                round,
                number);
    }
}
