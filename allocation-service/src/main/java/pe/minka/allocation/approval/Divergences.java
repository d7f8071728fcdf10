package pe.minka.allocation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where approvals of acts differ from what the acts hold. */
@ApplicationScoped
class Divergences {

    private final Statements statements;

    Divergences(Statements statements) {
        this.statements = statements;
    }

    /** What was agreed beside what was approved. */
    record Published(
            UUID agreement,
            String approval,
            String number,
            LocalDate decidedOn,
            Soles agreedAmount,
            @Nullable Soles approvedAmount,
            String agreedScope,
            @Nullable String approvedScope) {}

    void add(UUID act, List<Divergence> divergences) {
        divergences.forEach(each -> statements.execute(
                "insert into approval_decision (act, approval, agreement, amount, scope) values (?, ?, ?, ?, ?)",
                act,
                each.approval(),
                each.agreement().id(),
                each.amountDecided(),
                each.scopeDecided()));
    }

    /** In the order of the approvals, the largest agreements first. */
    List<Published> of(UUID act) {
        return statements.list(
                "select d.agreement, d.approval, p.number, p.decided_on, a.agreed_amount, d.amount, a.title, d.scope"
                        + " from approval_decision d"
                        + " join approval p on p.act = d.act and p.approval = d.approval"
                        + " join agreement a on a.id = d.agreement"
                        + " where d.act = ? order by p.ordinal, a.agreed_amount desc, d.agreement",
                row -> {
                    var approved = row.getObject(6, Long.class);
                    return new Published(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            new Soles(row.getLong(5)),
                            approved == null ? null : new Soles(approved),
                            row.getString(7),
                            row.getString(8));
                },
                act);
    }
}
