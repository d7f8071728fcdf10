package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.offline.VotingPeriods.Interruption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the recorded acts on a round say about the times in which nobody could vote. */
@ApplicationScoped
class Interruptions {

    /** A suspension lasts until the resumption after it; nothing else brings back a vote that is over. */
    private static final String OF_ROUND = """
            select s.at, (select min(r.at) from round_act r
                where r.round = s.round and r.act = 'RESUMPTION' and r.number > s.number)
            from round_act s where s.round = ? and s.act = 'SUSPENSION'
            """;

    private final Statements statements;

    Interruptions(Statements statements) {
        this.statements = statements;
    }

    VotingPeriods periods(Polling.Vote vote) {
        return new VotingPeriods(
                Objects.requireNonNull(vote.openedAt()), vote.deadline(), of(vote.round()), vote.now());
    }

    private List<Interruption> of(UUID round) {
        return statements.list(
                OF_ROUND, row -> new Interruption(Objects.requireNonNull(instant(row, 1)), instant(row, 2)), round);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
