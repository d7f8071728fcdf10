package pe.minka.allocation.envelope;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.Purse;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a budget officer says the agents decide on: a part of the investment budget, by funding line.
 *
 * @param purse which of the regulation's separate envelopes; absent where the process has one only
 * @param investmentBudget what the part is taken of
 * @param lines how the envelope is funded; a single line may leave its amount to the share
 * @param declaredShare the percentage that was announced, to be compared with the amounts
 */
record Declaration(
        FiscalYear fiscalYear,
        @Nullable String purse,
        Soles investmentBudget,
        List<Line> lines,
        @Nullable Percent declaredShare) {

    /** The name of the only envelope of a process whose regulation separates none. */
    static final String WHOLE = "WHOLE";

    static final String AGENTS = "AGENTS";
    static final String COUNCIL = "COUNCIL";

    record Line(String line, @Nullable Soles amount) {}

    record FundedLine(String line, Soles amount) {}

    /** What came of a declaration. A refusal wrote nothing. */
    sealed interface Outcome {

        /** @param finding how the share compares with what was declared and with the ordinance */
        record Admitted(String purse, String decidedBy, Soles amount, List<FundedLine> lines, ShareFinding finding)
                implements Outcome {}

        /** The ordinance fixes a share and this is less. */
        record BelowOrdinance(Percent required, Percent computed, Soles least, String law) implements Outcome {}

        record NoMoney() implements Outcome {}

        record OverBudget(Soles amount) implements Outcome {}

        /** @param position of the line among those given, from 0 */
        record UnknownLine(int position, String line) implements Outcome {}

        record RepeatedLine(int position, String line) implements Outcome {}

        record AmountMissing(int position, String line) implements Outcome {}

        record UnknownPurse(List<String> known) implements Outcome {}
    }

    /**
     * The share, computed anew.
     *
     * @param mismatch whether what was announced is not what the amounts say, past the second decimal
     * @param low whether it is under what the ordinance asks or warns of
     */
    record ShareFinding(
            Percent computed,
            @Nullable Percent declared,
            @Nullable Percent required,
            boolean mismatch,
            boolean low,
            String law) {}

    /**
     * Decides on a declaration and changes nothing.
     *
     * @param knownLines codes of the national catalogue of funding lines
     * @law Ley 28056 art. 7: the head of the entity informs the percentage; a local ordinance may fix a least one
     */
    Outcome judge(Regulation regulation, Set<String> knownLines) {
        if (investmentBudget.equals(Soles.ZERO)) {
            return new Outcome.NoMoney();
        }
        var chosen = purseOf(regulation);
        if (chosen.isEmpty()) {
            return new Outcome.UnknownPurse(
                    regulation.purses().stream().map(Purse::envelope).toList());
        }
        var funded = new ArrayList<FundedLine>();
        var wrong = fund(regulation, knownLines, funded);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var amount = funded.stream().map(FundedLine::amount).reduce(Soles.ZERO, Soles::plus);
        if (amount.equals(Soles.ZERO)) {
            return new Outcome.NoMoney();
        }
        if (amount.exceeds(investmentBudget)) {
            return new Outcome.OverBudget(amount);
        }
        return againstTheOrdinance(regulation, chosen.get(), amount, funded);
    }

    private Outcome againstTheOrdinance(Regulation regulation, Purse chosen, Soles amount, List<FundedLine> funded) {
        var finding = finding(amount, investmentBudget, declaredShare, chosen.decidedBy(), regulation);
        if (finding.required() != null
                && finding.required().isMissedBy(amount, investmentBudget)
                && regulation.refusesLowerShare()) {
            return new Outcome.BelowOrdinance(
                    finding.required(),
                    finding.computed(),
                    finding.required().atLeast(investmentBudget),
                    finding.law());
        }
        return new Outcome.Admitted(chosen.envelope(), chosen.decidedBy(), amount, List.copyOf(funded), finding);
    }

    /** How an amount compares with what was announced and with what the ordinance asks of envelopes of the agents. */
    static ShareFinding finding(
            Soles amount, Soles investmentBudget, @Nullable Percent declared, String decidedBy, Regulation regulation) {
        var required =
                decidedBy.equals(COUNCIL) ? null : regulation.requiredShare().orElse(null);
        var computed = Percent.share(amount, investmentBudget);
        var warning = regulation.share() == null ? null : regulation.share().warnBelowPercent();
        boolean low = (required != null && required.isMissedBy(amount, investmentBudget))
                || (warning != null && warning.isMissedBy(amount, investmentBudget));
        boolean mismatch = declared != null && differs(declared, computed);
        return new ShareFinding(computed, declared, required, mismatch, low, regulation.shareLaw());
    }

    /** What is announced is announced with two decimals at most: a smaller difference is rounding. */
    private static boolean differs(Percent declared, Percent computed) {
        return declared.value().subtract(computed.value()).abs().compareTo(new java.math.BigDecimal("0.01")) >= 0;
    }

    private Optional<Outcome> fund(Regulation regulation, Set<String> knownLines, List<FundedLine> funded) {
        var seen = new HashSet<String>();
        for (int position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            if (!knownLines.contains(line.line())) {
                return Optional.of(new Outcome.UnknownLine(position, line.line()));
            }
            if (!seen.add(line.line())) {
                return Optional.of(new Outcome.RepeatedLine(position, line.line()));
            }
            var amount = line.amount() == null ? byShare(regulation) : Optional.of(line.amount());
            if (amount.isEmpty()) {
                return Optional.of(new Outcome.AmountMissing(position, line.line()));
            }
            funded.add(new FundedLine(line.line(), amount.get()));
        }
        return Optional.empty();
    }

    /** The envelope that the share gives, where one line carries it all. */
    private Optional<Soles> byShare(Regulation regulation) {
        return lines.size() == 1
                ? Optional.ofNullable(declaredShare)
                        .or(regulation::requiredShare)
                        .map(share -> share.atLeast(investmentBudget))
                : Optional.empty();
    }

    /** The envelopes that an ordinance separates; the only one where it separates none. */
    static List<Purse> purses(Regulation regulation) {
        return regulation.purses().isEmpty()
                ? List.of(new Purse(WHOLE, null, AGENTS, null, null))
                : regulation.purses();
    }

    private Optional<Purse> purseOf(Regulation regulation) {
        var wanted = purse == null && regulation.purses().isEmpty() ? WHOLE : purse;
        return purses(regulation).stream()
                .filter(each -> each.envelope().equals(wanted))
                .findFirst();
    }
}
