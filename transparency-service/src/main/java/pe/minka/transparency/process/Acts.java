package pe.minka.transparency.process;

import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.process.PublicProcess.Act;
import pe.minka.transparency.process.PublicProcess.Approval;

import java.util.List;

/** The agreements acts of a process, each with the approvals it got. */
final class Acts {

    private Acts() {}

    static List<Act> of(FactSet facts) {
        var approvals = facts.all(ApprovalRecorded.class);
        return facts.all(AgreementsActSigned.class).stream()
                .map(act -> new Act(
                        act.act(),
                        act.signedOn(),
                        act.signatories(),
                        act.sha256(),
                        approvals.stream()
                                .anyMatch(approval -> approval.act().equals(act.act()) && approval.complete()),
                        approvals.stream()
                                .filter(approval -> approval.act().equals(act.act()))
                                .map(approval ->
                                        new Approval(approval.approval(), approval.number(), approval.decidedOn()))
                                .toList()))
                .toList();
    }
}
