package pe.minka.transparency.finding;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.transparency.finding.FindingRule.Verdict;
import pe.minka.transparency.finding.Findings.Details;
import pe.minka.transparency.measure.Measured;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds the things of a process against all rules: raises what is new, and says of what was raised whether it still holds. */
@ApplicationScoped
public class ExamineProcess {

    private final FindingRules rules;
    private final Findings findings;
    private final Outbox outbox;
    private final List<FindingListener> listeners;
    private final Clock clock;

    ExamineProcess(
            FindingRules rules, Findings findings, Outbox outbox, @All List<FindingListener> listeners, Clock clock) {
        this.rules = rules;
        this.findings = findings;
        this.outbox = outbox;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Transactional
    public void examine(ProcessId process, EntityCode entity, List<Measured> things) {
        Map<String, Finding> known = findings.of(process).stream()
                .collect(Collectors.toMap(finding -> finding.kind() + "/" + finding.subject(), finding -> finding));
        for (FindingRule rule : rules.all()) {
            things.stream().filter(thing -> thing.type().equals(rule.over())).forEach(thing -> {
                var before = known.get(rule.kind() + "/" + thing.id());
                var verdict = rule.of(thing);
                if (before == null && verdict == Verdict.HOLDS) {
                    raise(process, entity, rule, thing);
                } else if (before != null && verdict != Verdict.NOT_KNOWN) {
                    keep(before, verdict == Verdict.HOLDS, details(thing));
                }
            });
        }
    }

    private void raise(ProcessId process, EntityCode entity, FindingRule rule, Measured thing) {
        var details = details(thing);
        var finding = new Finding(
                UUID.randomUUID(),
                process,
                entity,
                rule.kind(),
                rule.severity(),
                thing.id(),
                rule.title(),
                Findings.explain(rule, details),
                details.figures(),
                rule.law(),
                Finding.State.RAISED,
                true,
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                null,
                List.of(),
                1);
        if (findings.add(finding, details)) {
            outbox.append(FindingRaised.of(finding));
            listeners.forEach(listener -> listener.raised(finding));
        }
    }

    private void keep(Finding finding, boolean holds, Details details) {
        boolean changed =
                finding.holds() != holds || (holds && !finding.figures().equals(details.figures()));
        if (changed && finding.state() != Finding.State.CLOSED) {
            findings.holds(finding.finding(), holds, details);
        }
    }

    private static Details details(Measured thing) {
        Map<String, String> figures = new TreeMap<>();
        thing.figures().forEach((name, figure) -> figures.put(name, figure.toPlainString()));
        return new Details(thing.title(), figures);
    }
}
