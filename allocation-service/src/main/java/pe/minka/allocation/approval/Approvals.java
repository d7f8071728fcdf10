package pe.minka.allocation.approval;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.agreement.AgreementsAct;
import pe.minka.allocation.approval.ApprovalChain.Given;
import pe.minka.allocation.process.Regulation;

import java.util.List;
import java.util.UUID;

/** The approvals of all acts. */
@ApplicationScoped
public class Approvals implements PanacheRepositoryBase<ApprovalRow, ApprovalRow.Key> {

    List<ApprovalRow> of(UUID act) {
        return list("key.act = ?1 order by ordinal", act);
    }

    ApprovalChain chain(AgreementsAct act, Regulation regulation) {
        return new ApprovalChain(
                regulation.approvalChain(),
                of(act.id()).stream()
                        .map(row -> new Given(row.key.approval(), row.decidedOn))
                        .toList(),
                act.signedOn());
    }
}
