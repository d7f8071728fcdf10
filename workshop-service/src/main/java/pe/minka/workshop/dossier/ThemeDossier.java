package pe.minka.workshop.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundKind;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.evaluation.Opinion;
import pe.minka.workshop.evaluation.TechnicalOpinions;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The projects of a ballot as voters read them: theme by theme in the agreed order, with what the technical team says. */
@ApplicationScoped
public class ThemeDossier {

    private static final Comparator<Sheet> BY_THEME = Comparator.comparing((Sheet sheet) ->
            sheet.theme() == null ? Integer.MAX_VALUE : sheet.theme().rank());

    private final Rounds rounds;
    private final ProposedProjects proposals;
    private final TechnicalOpinions opinions;

    ThemeDossier(Rounds rounds, ProposedProjects proposals, TechnicalOpinions opinions) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.opinions = opinions;
    }

    /** What the technical team makes of a project. It advises; the vote decides. */
    enum Recommendation {
        RECOMMENDED,
        /** Once what was observed is mended. */
        CONDITIONAL,
        NOT_RECOMMENDED,
        /** Nobody has given an opinion yet. */
        NONE
    }

    /** @param rank 1 for the theme with the highest score; equal scores share a rank */
    record Theme(UUID option, String title, int rank) {}

    /** @param theme the ranked theme or problem that the project serves; null where it serves none of them */
    record Sheet(
            UUID option,
            String title,
            @Nullable Theme theme,
            @Nullable Soles cost,
            String origin,
            Recommendation recommendation,
            List<TechnicalOpinions.Given> opinions) {

        boolean isComplete() {
            return theme != null && !opinions.isEmpty();
        }
    }

    /** By the rank of the theme; within one in the order of the ballot. Free options, which are no projects, are left out. */
    List<Sheet> of(Round round) {
        var themes = ranked(round.process());
        var sheets = new ArrayList<Sheet>();
        for (RoundOption option : round.options()) {
            if (option.proposal() != null) {
                sheets.add(sheet(option, proposals.known(option.proposal()), themes));
            }
        }
        sheets.sort(BY_THEME);
        return sheets;
    }

    private Sheet sheet(RoundOption option, ProposedProject proposal, Map<UUID, Theme> themes) {
        var given = opinions.on(proposal.id());
        return new Sheet(
                option.option(),
                option.title(),
                proposal.objective() == null ? null : themes.get(proposal.objective()),
                option.cost(),
                proposal.origin().name(),
                recommendation(given),
                given);
    }

    private static Recommendation recommendation(List<TechnicalOpinions.Given> given) {
        if (given.isEmpty()) {
            return Recommendation.NONE;
        }
        if (given.stream().anyMatch(each -> each.opinion() == Opinion.NOT_VIABLE)) {
            return Recommendation.NOT_RECOMMENDED;
        }
        return given.stream().anyMatch(each -> each.opinion() == Opinion.OBSERVED)
                ? Recommendation.CONDITIONAL
                : Recommendation.RECOMMENDED;
    }

    /** The themes of the round on them that was counted last; options of it are objectives of the plan. */
    private Map<UUID, Theme> ranked(ProcessId process) {
        Map<UUID, Theme> themes = new HashMap<>();
        rounds.of(process).stream()
                .filter(round -> round.state() == Round.State.TALLIED)
                .filter(round ->
                        round.kind() == RoundKind.PRIORITISE_THEMES || round.kind() == RoundKind.PRIORITISE_PROBLEMS)
                .max(Comparator.comparing(round -> Objects.requireNonNull(round.talliedAt())))
                .ifPresent(last -> last.options()
                        .forEach(option -> themes.put(
                                option.option(),
                                new Theme(option.option(), option.title(), rankOf(option, last.options())))));
        return themes;
    }

    private static int rankOf(RoundOption option, List<RoundOption> all) {
        long score = Objects.requireNonNull(option.score());
        return 1
                + (int) all.stream()
                        .filter(other -> Objects.requireNonNull(other.score()) > score)
                        .count();
    }

    /** Options that lack a ranked theme or an opinion. */
    public List<UUID> incomplete(Round round) {
        return of(round).stream()
                .filter(sheet -> !sheet.isComplete())
                .map(Sheet::option)
                .toList();
    }
}
