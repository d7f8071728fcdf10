package pe.minka.allocation.viability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A list of projects is sent to an evaluator, whose answer is kept project by project. */
@ApplicationScoped
class AskForViability {

    private final Processes processes;
    private final ViabilityRequests requests;
    private final RefuseProject refuseProject;
    private final Caller caller;
    private final Clock clock;

    AskForViability(
            Processes processes, ViabilityRequests requests, RefuseProject refuseProject, Caller caller, Clock clock) {
        this.processes = processes;
        this.requests = requests;
        this.refuseProject = refuseProject;
        this.caller = caller;
        this.clock = clock;
    }

    record Sent(String addressee, String document, LocalDate sentOn, Map<UUID, String> projects) {}

    /**
     * @param rule and explanation: of an answer that is not {@code VIABLE}
     * @param returnedTo where a project that is not viable goes back to
     */
    record Answer(
            UUID proposal,
            ViabilityAnswer answer,
            String document,
            LocalDate answeredOn,
            @Nullable String rule,
            @Nullable String explanation,
            @Nullable String returnedTo,
            RefuseProject.@Nullable Appeal appeal) {}

    @Transactional
    RequestRow send(ProcessId process, Sent sent) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        var row = new RequestRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.entity = called.entity();
        row.addressee = sent.addressee();
        row.document = sent.document();
        row.sentOn = sent.sentOn();
        row.recordedAt = clock.instant();
        sent.projects().forEach((proposal, title) -> {
            var columns = new RequestRow.AnswerColumns();
            columns.proposal = proposal;
            columns.title = title;
            row.projects.add(columns);
        });
        requests.persist(row);
        return row;
    }

    @Transactional
    RequestRow answer(UUID request, Answer answer) {
        var row = requests.requireAlone(request);
        caller.mustActFor(row.entity);
        var project = row.projects.stream()
                .filter(each -> each.proposal.equals(answer.proposal()))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("project-not-sent")
                        .with("proposal", answer.proposal())
                        .toException());
        if (project.answer == ViabilityAnswer.VIABLE || project.answer == ViabilityAnswer.NOT_VIABLE) {
            throw Problem.conflict("viability-already-answered")
                    .with("answer", project.answer)
                    .toException();
        }
        if (answer.answeredOn().isBefore(row.sentOn)) {
            throw Problem.unprocessable("answer-dated-before")
                    .with("earliest", row.sentOn)
                    .toException();
        }
        project.answer = answer.answer();
        project.document = answer.document();
        project.answeredOn = answer.answeredOn();
        project.rule = answer.rule();
        project.explanation = answer.explanation();
        if (answer.answer() == ViabilityAnswer.NOT_VIABLE) {
            project.returnedTo = Objects.requireNonNullElse(answer.returnedTo(), "Equipo técnico");
            refuseProject.refuse(row.process, refusal(row, project, answer));
        }
        return row;
    }

    private static RefuseProject.Decision refusal(RequestRow row, RequestRow.AnswerColumns project, Answer answer) {
        return new RefuseProject.Decision(
                project.proposal,
                project.title,
                Objects.requireNonNull(answer.rule()),
                Objects.requireNonNull(answer.explanation()),
                row.addressee,
                answer.document(),
                answer.answeredOn(),
                answer.appeal());
    }
}
