package pe.minka.allocation.envelope;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What cash entities stated to have behind their envelopes, and how they explained that it did not suffice. */
@ApplicationScoped
class CashStatements {

    private final Statements statements;

    CashStatements(Statements statements) {
        this.statements = statements;
    }

    /** @param committed what agreements had taken when it was stated */
    record CashStatement(
            UUID id,
            int sequence,
            LocalDate asOf,
            Soles amount,
            Soles committed,
            String source,
            @Nullable Explanation explanation) {

        boolean isShort() {
            return committed.exceeds(amount);
        }
    }

    record Explanation(String text, String document, LocalDate publishedOn) {}

    /** The newest first. */
    List<CashStatement> of(UUID envelope) {
        return statements.list(
                "select s.id, s.sequence, s.as_of, s.amount, s.committed, s.source, x.text, x.document, x.published_on"
                        + " from cash_statement s left join cash_explanation x on x.statement = s.id"
                        + " where s.envelope = ? order by s.sequence desc",
                row -> new CashStatement(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        new Soles(row.getLong(4)),
                        new Soles(row.getLong(5)),
                        row.getString(6),
                        row.getString(7) == null
                                ? null
                                : new Explanation(
                                        row.getString(7), row.getString(8), row.getObject(9, LocalDate.class))),
                envelope);
    }

    /** Empty where nobody stated any cash: then the envelope alone decides. */
    Optional<CashPosition> position(UUID envelope) {
        var all = of(envelope);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new CashPosition(
                        all.get(0).id(),
                        all.get(0).amount(),
                        all.stream().noneMatch(each -> each.isShort() && each.explanation() == null)));
    }

    void add(UUID envelope, CashStatement statement, Instant now) {
        statements.execute(
                "insert into cash_statement (id, envelope, sequence, as_of, amount, committed, source, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                statement.id(),
                envelope,
                statement.sequence(),
                statement.asOf(),
                statement.amount(),
                statement.committed(),
                statement.source(),
                now);
    }

    /** @return whether it was explained now, and not before */
    boolean explain(UUID statement, Explanation explanation, Instant now) {
        return statements.execute(
                        "insert into cash_explanation (statement, text, document, published_on, recorded_at)"
                                + " values (?, ?, ?, ?, ?) on conflict (statement) do nothing",
                        statement,
                        explanation.text(),
                        explanation.document(),
                        explanation.publishedOn(),
                        now)
                == 1;
    }
}
