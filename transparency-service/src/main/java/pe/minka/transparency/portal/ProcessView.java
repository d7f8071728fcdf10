package pe.minka.transparency.portal;

import org.jspecify.annotations.Nullable;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.finding.Finding;
import pe.minka.transparency.process.PublicProcess;
import pe.minka.transparency.process.PublicProcess.Committee;
import pe.minka.transparency.process.PublicProcess.Phase;
import pe.minka.transparency.process.PublicProcess.Round;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A process as its page shows it in one language. */
public final class ProcessView {

    private final PublicProcess process;
    private final Words words;
    private final String ballots;
    private final Map<UUID, String> works;

    /** @param ballots where the anonymous ballot file of a round is, with {@code {round}} in it */
    ProcessView(PublicProcess process, Words words, String ballots) {
        this.process = process;
        this.words = words;
        this.ballots = ballots;
        this.works = process.agreements().stream()
                .flatMap(agreement ->
                        agreement.projects().stream().map(project -> Map.entry(project, agreement.title())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /** Region, province and district, as far as they are known. */
    public List<String> getPlaces() {
        var territory = process.territory();
        return java.util.stream.Stream.of(territory.region(), territory.province(), territory.district())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public String phase(Phase phase) {
        return phase.title().containsKey(words.getLanguage())
                ? words.text(phase.title())
                : words.code("phase.name", phase.phase());
    }

    /** Findings that the facts still show. */
    public long getStanding() {
        return process.findings().stream().filter(Finding::holds).count();
    }

    public List<Finding> getFindings() {
        return process.findings().stream()
                .sorted(java.util.Comparator.comparing(Finding::holds)
                        .reversed()
                        .thenComparing(java.util.Comparator.comparing(Finding::severity)
                                .reversed())
                        .thenComparing(Finding::raisedAt))
                .toList();
    }

    public String rollSentence() {
        var roll = process.roll();
        return roll == null
                ? ""
                : words.of(roll.women() == null ? "participation.roll.hidden" : "participation.roll")
                        .replace("{agents}", words.count(roll.agents()))
                        .replace("{organisations}", words.count(roll.organisations()))
                        .replace("{women}", words.count(roll.women()))
                        .replace("{men}", words.count(roll.men()));
    }

    public String turnoutSentence(Round round) {
        return words.of("round.turnout")
                .replace("{turnout}", words.count(round.turnout()))
                .replace("{roll}", words.count(round.roll()));
    }

    public @Nullable BigDecimal getTurnoutPercent() {
        return process.rounds().stream()
                .filter(round -> round.state() == Round.State.TALLIED)
                .reduce((earlier, later) -> later)
                .map(Round::turnoutPercent)
                .orElse(null);
    }

    public String title(Round round) {
        return round.title() == null ? words.code("kind", round.kind()) : round.title();
    }

    public String ballotFile(Round round) {
        return ballots.replace("{round}", round.round().toString());
    }

    public String workOf(Committee committee) {
        return committee.project() == null ? "" : works.getOrDefault(committee.project(), "");
    }

    /** Whether the money of an agreement is no longer what was signed. */
    public boolean changed(Agreement agreement) {
        return !agreement.agreed().equals(agreement.agreedNow());
    }

    public Agreement.@Nullable Stop stop(Agreement agreement) {
        return agreement.suspensions().stream()
                .filter(stop -> stop.until() == null)
                .findFirst()
                .orElse(null);
    }

    /** The share of one among all of a vote, for a bar; at most 100. */
    public String barOf(int votes, @Nullable Integer turnout) {
        return turnout == null || turnout == 0
                ? "0"
                : String.valueOf(Math.min(100, Math.round(votes * 100.0 / turnout)));
    }

    public String bar(@Nullable BigDecimal percent) {
        return percent == null ? "0" : percent.min(BigDecimal.valueOf(100)).toPlainString();
    }
}
