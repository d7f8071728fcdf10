package pe.minka.allocation.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.SessionOutput;
import pe.minka.allocation.session.SessionDemand.Missing;
import pe.minka.allocation.session.SessionDemand.Output;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The secretary records an ordinary session; one that lacks what the ordinance asks of it is not complete. */
@ApplicationScoped
class RecordSession {

    private final Processes processes;
    private final Sessions sessions;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    RecordSession(Processes processes, Sessions sessions, Documents documents, Caller caller, Clock clock) {
        this.processes = processes;
        this.sessions = sessions;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    SessionRow record(ProcessId process, String body, LocalDate heldOn, String minutes, List<Output> outputs) {
        var called = processes.requireAlone(process);
        caller.mustActFor(called.entity());
        var rule = called.regulation()
                .body(body)
                .orElseThrow(() -> Problem.unprocessable("body-not-in-regulation")
                        .with("body", body)
                        .toException());
        var law = Regulation.article(rule.law());
        var demand = new SessionDemand(
                Objects.requireNonNullElse(rule.sessionsPerYear(), 0),
                Objects.requireNonNullElse(rule.sessionOutputs(), List.<SessionOutput>of()));
        var before = sessions.of(process, body, heldOn.getYear());
        int ordinal = before.size() + 1;
        refuse(demand, before, heldOn, law);
        refuseMissing(demand.missing(ordinal, heldOn.getYear(), outputs), ordinal, law);
        var row = new SessionRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.entity = called.entity();
        row.body = body;
        row.year = heldOn.getYear();
        row.ordinal = ordinal;
        row.heldOn = heldOn;
        row.minutes = minutes;
        row.outputs = documents.write(outputs);
        row.recordedAt = clock.instant();
        sessions.persist(row);
        return row;
    }

    private static void refuse(SessionDemand demand, List<SessionRow> before, LocalDate heldOn, String law) {
        if (before.size() >= demand.sessions()) {
            throw Problem.conflict("sessions-of-the-year-held")
                    .with("sessions", demand.sessions())
                    .with("law", law)
                    .toException();
        }
        if (!before.isEmpty() && heldOn.isBefore(before.get(before.size() - 1).heldOn)) {
            throw Problem.unprocessable("session-dated-before")
                    .with("earliest", before.get(before.size() - 1).heldOn)
                    .toException();
        }
    }

    private static void refuseMissing(List<Missing> missing, int ordinal, String law) {
        if (missing.isEmpty()) {
            return;
        }
        var problem = Problem.unprocessable("session-incomplete")
                .with("ordinal", ordinal)
                .with("law", law);
        missing.forEach(each ->
                problem.error("/outputs", "output-missing", "output", each.output(), "fiscalYear", each.fiscalYear()));
        throw problem.toException();
    }
}
