package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Announces a round: what is asked, what can be marked, and how, as the regulation says. */
@ApplicationScoped
class AnnounceRound {

    private final Rounds rounds;
    private final ProposedProjects proposals;
    private final Outbox outbox;

    AnnounceRound(Rounds rounds, ProposedProjects proposals, Outbox outbox) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.outbox = outbox;
    }

    /** An option that is no proposal. @param id such as an agent or an objective; random when absent */
    record FreeOption(@Nullable UUID id, String title) {}

    /** @param proposals in the order they stand on the ballot */
    record Announcement(
            RoundKind kind,
            String title,
            List<UUID> proposals,
            List<FreeOption> options,
            @Nullable String zone,
            @Nullable Soles budget,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt) {}

    @Transactional
    Round announce(BudgetProcess process, Announcement announced) {
        var rule = process.regulation()
                .ballotOf(announced.kind().name())
                .orElseThrow(() -> Problem.unprocessable("ballot-rule-missing")
                        .with("kind", announced.kind())
                        .with("regulation", process.regulation().identifier())
                        .toException());
        if (rule.kind().equals(BallotKind.KNAPSACK.name()) && announced.budget() == null) {
            throw Problem.unprocessable("budget-missing")
                    .with("law", rule.law())
                    .toException();
        }
        if (process.regulation().participation().weighsVotes()) {
            throw Problem.unprocessable("votes-weighted")
                    .with("law", process.regulation().participation().law())
                    .toException();
        }
        if (announced.kind() == RoundKind.PRIORITISE_PROJECTS
                && announced.proposals().isEmpty()) {
            throw Problem.unprocessable("projects-need-proposals").toException();
        }
        var options = announced.proposals().isEmpty()
                ? free(announced.options())
                : shortlisted(process, announced.proposals(), announced.zone());
        var round = new Round(
                UUID.randomUUID(),
                process.process(),
                process.entity(),
                announced.kind(),
                announced.title(),
                rule,
                announced.zone(),
                announced.budget(),
                announced.opensAt(),
                announced.closesAt(),
                null,
                Round.State.PREPARED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                options);
        rounds.add(round);
        outbox.appendAll(announced.proposals().stream()
                .map(proposal -> new ProposalShortlisted(process.process(), process.entity(), proposal, round.round()))
                .toList());
        return round;
    }

    private static List<RoundOption> free(List<FreeOption> options) {
        var made = new ArrayList<RoundOption>();
        for (FreeOption option : options) {
            made.add(new RoundOption(
                    option.id() == null ? UUID.randomUUID() : option.id(),
                    made.size(),
                    option.title(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return made;
    }

    private List<RoundOption> shortlisted(BudgetProcess process, List<UUID> ids, @Nullable String zone) {
        Map<UUID, ProposedProject> known = new HashMap<>();
        proposals.of(process.process(), ids).forEach(proposal -> known.put(proposal.id(), proposal));
        var problem = Problem.unprocessable("proposals-not-ready");
        var options = new ArrayList<RoundOption>();
        for (UUID id : ids) {
            var pointer = "/proposals/" + options.size();
            var proposal = known.get(id);
            if (proposal == null) {
                throw Problem.unprocessable("proposal-unknown")
                        .error(pointer, "proposal-unknown", "proposal", id)
                        .toException();
            }
            lacks(proposal, process.regulation(), pointer, problem);
            if (process.regulation().proposals().goByScope() && votedElsewhere(proposal, zone)) {
                problem.error(
                        pointer,
                        "proposal-voted-elsewhere",
                        "proposal",
                        id,
                        "vote",
                        proposal.extent() == ProposedProject.Extent.DISTRICT
                                ? "DISTRICT"
                                : String.valueOf(proposal.zone()));
            } else if (zone != null
                    && proposal.extent() == ProposedProject.Extent.ZONE
                    && !zone.equals(proposal.zone())) {
                problem.error(pointer, "proposal-of-another-zone", "proposal", id, "zone", zone);
            }
            options.add(new RoundOption(
                    id,
                    options.size(),
                    proposal.title(),
                    id,
                    proposal.objective(),
                    proposal.zone(),
                    proposal.cost(),
                    proposal.origin().name(),
                    proposal.uniqueInvestmentCode(),
                    null,
                    null));
        }
        if (problem.hasErrors()) {
            throw problem.with("law", process.regulation().proposals().law()).toException();
        }
        return options;
    }

    /** Projects for the whole district belong to the general assembly, those of a zone to the vote of that zone. */
    private static boolean votedElsewhere(ProposedProject proposal, @Nullable String zone) {
        return proposal.extent() == ProposedProject.Extent.DISTRICT
                ? zone != null
                : !Objects.equals(zone, proposal.zone());
    }

    /** Adds to the problem what the proposal still needs, by the regulation. */
    static void lacks(ProposedProject proposal, Regulation regulation, String pointer, Problem problem) {
        for (ProposedProject.Lack lack : proposal.lacksFor(regulation.proposals())) {
            switch (lack) {
                case OBJECTIVE -> problem.error(pointer, "proposal-without-objective", "proposal", proposal.id());
                case COST -> problem.error(pointer, "proposal-without-cost", "proposal", proposal.id());
                case VIABLE_OPINION -> problem.error(pointer, "proposal-not-viable", "proposal", proposal.id());
            }
        }
    }
}
