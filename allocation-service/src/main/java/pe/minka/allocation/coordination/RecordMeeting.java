package pe.minka.allocation.coordination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.joint.JointProject;
import pe.minka.allocation.joint.JointProjects;
import pe.minka.allocation.process.PublicEntities;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Who called the levels together records what they agreed: the joint projects, who pays and who maintains. */
@ApplicationScoped
class RecordMeeting {

    private final Meetings meetings;
    private final JointProjects projects;
    private final PublicEntities entities;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    RecordMeeting(
            Meetings meetings,
            JointProjects projects,
            PublicEntities entities,
            Documents documents,
            Caller caller,
            Clock clock) {
        this.meetings = meetings;
        this.projects = projects;
        this.entities = entities;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    record Held(
            EntityCode host,
            LocalDate heldOn,
            String minutes,
            List<Participant> participants,
            List<UUID> jointProjects) {}

    @Transactional
    MeetingRow record(Held held) {
        caller.mustActFor(held.host());
        var problem = Problem.unprocessable("coordination-unsound");
        checkParticipants(held, problem);
        checkPayers(held, problem);
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        var row = new MeetingRow();
        row.id = UUID.randomUUID();
        row.entity = held.host();
        row.heldOn = held.heldOn();
        row.minutes = held.minutes();
        row.participants = documents.write(held.participants());
        row.projects = documents.write(held.jointProjects());
        row.recordedAt = clock.instant();
        held.participants().forEach(each -> row.entities.add(each.entity()));
        meetings.persist(row);
        return row;
    }

    private void checkParticipants(Held held, Problem problem) {
        var seen = new HashSet<EntityCode>();
        for (int position = 0; position < held.participants().size(); position++) {
            var participant = held.participants().get(position);
            var pointer = "/participants/" + position;
            if (!seen.add(participant.entity())) {
                problem.error(pointer + "/entity", "partner-twice");
            }
            entities.known(participant.entity())
                    .filter(known -> !known.level().equals(participant.level()))
                    .ifPresent(known -> problem.error(pointer + "/level", "level-differs", "level", known.level()));
        }
        if (held.participants().stream().map(Participant::level).distinct().count() < 2) {
            problem.error("/participants", "one-level-only");
        }
        if (!seen.contains(held.host())) {
            problem.error("/entity", "host-not-present");
        }
    }

    private void checkPayers(Held held, Problem problem) {
        var present = held.participants().stream().map(Participant::entity).toList();
        for (int position = 0; position < held.jointProjects().size(); position++) {
            var pointer = "/jointProjects/" + position;
            projects.agreed(held.jointProjects().get(position)).payers().stream()
                    .map(JointProject.Payer::entity)
                    .filter(payer -> !present.contains(payer))
                    .distinct()
                    .forEach(payer -> problem.error(pointer, "payer-not-present", "payer", payer));
        }
    }
}
