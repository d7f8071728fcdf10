package pe.minka.transparency.process;

import org.jspecify.annotations.Nullable;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.WorkshopFact;
import pe.minka.transparency.fact.WorkshopFact.MinutesSealed;
import pe.minka.transparency.fact.WorkshopFact.ProposalEvaluated;
import pe.minka.transparency.fact.WorkshopFact.ProposalRefused;
import pe.minka.transparency.fact.WorkshopFact.ProposalShortlisted;
import pe.minka.transparency.fact.WorkshopFact.ProposalSubmitted;
import pe.minka.transparency.fact.WorkshopFact.RoundClosed;
import pe.minka.transparency.fact.WorkshopFact.RoundOpened;
import pe.minka.transparency.fact.WorkshopFact.RoundTallied;
import pe.minka.transparency.fact.WorkshopFact.WorkshopConvened;
import pe.minka.transparency.fact.WorkshopFact.WorkshopHeld;
import pe.minka.transparency.measure.Share;
import pe.minka.transparency.process.PublicProcess.Proposal;
import pe.minka.transparency.process.PublicProcess.Proposals;
import pe.minka.transparency.process.PublicProcess.Round;
import pe.minka.transparency.process.PublicProcess.Tally;
import pe.minka.transparency.process.PublicProcess.Workshop;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workshops, proposals and rounds of a process. */
final class Deliberation {

    private final FactSet facts;

    Deliberation(FactSet facts) {
        this.facts = facts;
    }

    /** In the order in which they begin. */
    List<Workshop> workshops() {
        var convened = lastById(WorkshopConvened.class, WorkshopConvened::workshop);
        var held = lastById(WorkshopHeld.class, WorkshopHeld::workshop);
        var sealed = lastById(MinutesSealed.class, MinutesSealed::workshop);
        return ids(convened, held, sealed)
                .map(id -> workshop(id, convened.get(id), held.get(id), sealed.get(id)))
                .sorted(Comparator.comparing((Workshop workshop) ->
                                first(workshop.startsAt(), workshop.heldAt(), workshop.sealedAt()))
                        .thenComparing(Workshop::workshop))
                .toList();
    }

    private static Workshop workshop(
            UUID id, @Nullable WorkshopConvened convened, @Nullable WorkshopHeld held, @Nullable MinutesSealed sealed) {
        return new Workshop(
                id,
                convened == null ? null : convened.title(),
                convened == null ? null : convened.place(),
                convened == null ? null : convened.startsAt(),
                convened == null ? null : convened.convenedAt(),
                held == null ? null : held.heldAt(),
                held == null ? null : (Integer) held.attendance(),
                held == null ? null : held.women(),
                held == null ? null : held.men(),
                held == null ? null : held.quorum(),
                sealed == null ? null : sealed.sha256(),
                sealed == null ? null : sealed.sealedAt());
    }

    Proposals proposals() {
        var evaluated = lastById(ProposalEvaluated.class, ProposalEvaluated::proposal);
        var refused = lastById(ProposalRefused.class, ProposalRefused::proposal);
        Set<UUID> shortlisted = facts.all(ProposalShortlisted.class).stream()
                .map(ProposalShortlisted::proposal)
                .collect(Collectors.toSet());
        var list = lastById(ProposalSubmitted.class, ProposalSubmitted::proposal).values().stream()
                .map(proposal -> proposal(
                        proposal,
                        evaluated.get(proposal.proposal()),
                        refused.get(proposal.proposal()),
                        shortlisted.contains(proposal.proposal())))
                .sorted(Comparator.comparing(Proposal::title).thenComparing(Proposal::proposal))
                .toList();
        return new Proposals(
                list.size(),
                (int) list.stream()
                        .filter(proposal -> "VIABLE".equals(proposal.opinion()))
                        .count(),
                (int) list.stream().filter(Proposal::shortlisted).count(),
                (int) list.stream()
                        .filter(proposal -> proposal.refusedBecause() != null)
                        .count(),
                list);
    }

    private static Proposal proposal(
            ProposalSubmitted submitted,
            @Nullable ProposalEvaluated evaluated,
            @Nullable ProposalRefused refused,
            boolean shortlisted) {
        return new Proposal(
                submitted.proposal(),
                submitted.title(),
                submitted.objective(),
                submitted.zone(),
                submitted.origin(),
                evaluated == null ? null : evaluated.opinion(),
                evaluated == null ? null : evaluated.cost(),
                shortlisted,
                refused == null ? null : refused.because());
    }

    List<Round> rounds() {
        var opened = lastById(RoundOpened.class, RoundOpened::round);
        var closed = lastById(RoundClosed.class, RoundClosed::round);
        var tallied = lastById(RoundTallied.class, RoundTallied::round);
        return ids(opened, tallied)
                .map(id -> round(id, opened.get(id), closed.containsKey(id), tallied.get(id)))
                .sorted(Comparator.comparing((Round round) -> first(round.opensAt(), round.closesAt()))
                        .thenComparing(Round::round))
                .toList();
    }

    private static Round round(UUID id, @Nullable RoundOpened opened, boolean closed, @Nullable RoundTallied tallied) {
        var roll = tallied != null ? (Integer) tallied.roll() : opened != null ? opened.roll() : null;
        return new Round(
                id,
                opened == null ? null : opened.title(),
                opened != null ? opened.kind() : tallied != null ? tallied.kind() : "",
                opened == null ? null : opened.ballot(),
                tallied != null ? Round.State.TALLIED : closed ? Round.State.CLOSED : Round.State.OPEN,
                opened == null ? null : opened.opensAt(),
                opened == null ? null : opened.closesAt(),
                roll,
                tallied == null ? null : (Integer) tallied.turnout(),
                tallied == null ? null : Share.percent(tallied.turnout(), tallied.roll()),
                tallied == null ? null : (Integer) tallied.blank(),
                tallied == null ? null : tallied.ballotsSha256(),
                tallied == null ? List.of() : tallies(tallied));
    }

    private static List<Tally> tallies(RoundTallied tallied) {
        return tallied.tallies().stream()
                .map(tally -> new Tally(
                        tally.proposal(),
                        tally.title(),
                        tally.votes(),
                        tally.score(),
                        tally.cost(),
                        tally.zone(),
                        tally.origin()))
                .sorted(Comparator.comparing(Tally::votes).reversed().thenComparing(Tally::title))
                .toList();
    }

    private <F extends WorkshopFact> Map<UUID, F> lastById(Class<F> kind, Function<F, UUID> id) {
        Map<UUID, F> byId = new HashMap<>();
        facts.all(kind).forEach(fact -> byId.put(id.apply(fact), fact));
        return byId;
    }

    private static Stream<UUID> ids(Map<UUID, ?>... known) {
        return Stream.of(known)
                .flatMap(map -> map.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private static Instant first(@Nullable Instant... instants) {
        return Stream.of(instants)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Instant.MAX);
    }
}
