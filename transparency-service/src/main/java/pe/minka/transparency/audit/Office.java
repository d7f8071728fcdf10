package pe.minka.transparency.audit;

import pe.minka.transparency.fact.AllocationFact;
import pe.minka.transparency.fact.ExecutionFact;
import pe.minka.transparency.fact.ProcessFact;
import pe.minka.transparency.fact.RegistryFact;
import pe.minka.transparency.fact.WorkshopFact;

import java.util.Map;

/** The office in which a fact is told: the role that the service asks for. Who holds it on that day, the entity knows. */
final class Office {

    private static final Map<Class<? extends ProcessFact>, String> OF_FACT = Map.ofEntries(
            Map.entry(WorkshopFact.ProposalEvaluated.class, "evaluator"),
            Map.entry(WorkshopFact.ProposalRefused.class, "evaluator"),
            Map.entry(WorkshopFact.ProposalShortlisted.class, "polling-officer"),
            Map.entry(WorkshopFact.RoundOpened.class, "polling-officer"),
            Map.entry(WorkshopFact.RoundDeclared.class, "polling-officer"),
            Map.entry(WorkshopFact.ChannelActRecorded.class, "polling-officer"),
            Map.entry(WorkshopFact.RoundActRecorded.class, "polling-officer"),
            Map.entry(WorkshopFact.RollActRecorded.class, "polling-officer"),
            Map.entry(WorkshopFact.RoundClosed.class, "polling-officer"),
            Map.entry(WorkshopFact.RoundTallied.class, "polling-officer"),
            Map.entry(WorkshopFact.ResultActSealed.class, "polling-officer"),
            Map.entry(WorkshopFact.ElectionProclaimed.class, "polling-officer"),
            Map.entry(AllocationFact.ApprovalRecorded.class, "council-secretary"),
            Map.entry(AllocationFact.AgreementsActSigned.class, "council-secretary"),
            Map.entry(ExecutionFact.CommitteeConstituted.class, "council-secretary"));

    private Office() {}

    static String of(ProcessFact fact) {
        return OF_FACT.getOrDefault(fact.getClass(), ofService(fact));
    }

    private static String ofService(ProcessFact fact) {
        if (fact instanceof RegistryFact) {
            return "registrar";
        }
        if (fact instanceof WorkshopFact) {
            return "facilitator";
        }
        return fact instanceof AllocationFact ? "budget-officer" : "execution-officer";
    }
}
