package pe.minka.registry.body;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The sessions of each body; those of one are no other's. */
@ApplicationScoped
class BodyMeetings {

    private final EntityManager database;
    private final Quorums quorums;
    private final SeatSuccessions successions;
    private final Documents documents;
    private final Clock clock;

    BodyMeetings(
            EntityManager database, Quorums quorums, SeatSuccessions successions, Documents documents, Clock clock) {
        this.database = database;
        this.quorums = quorums;
        this.successions = successions;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * What is recorded of a session.
     *
     * @param present seats by their place in the body, from 0
     * @param minutes where they are kept, or what they say in short
     */
    record Held(
            LocalDate heldOn, List<String> agenda, List<Integer> present, String minutes, List<String> agreements) {}

    @Transactional
    BodyMeeting add(Body body, Held meeting, String account) {
        refuseIncoherent(body, meeting);
        var held = new BodyMeeting(
                body.id(),
                meeting.heldOn(),
                documents.write(meeting.agenda()),
                documents.write(List.copyOf(new TreeSet<>(meeting.present()))),
                meeting.minutes(),
                documents.write(meeting.agreements()),
                clock.instant(),
                account);
        try {
            database.persist(held);
            database.flush();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("body_meeting_once"::equals)
                    .isPresent()) {
                throw Problem.conflict("meeting-exists")
                        .with("heldOn", meeting.heldOn())
                        .toException();
            }
            throw refused;
        }
        return held;
    }

    private void refuseIncoherent(Body body, Held meeting) {
        var problem = Problem.unprocessable("meeting-incoherent");
        if (meeting.heldOn().isAfter(Peru.today(clock))) {
            problem.error("/heldOn", "meeting-ahead");
        } else if (!body.inOffice(meeting.heldOn())) {
            problem.error("/heldOn", "meeting-outside-the-term");
        }
        int seats = body.seats().size();
        var filled = successions.filledOn(body, meeting.heldOn());
        for (int i = 0; i < meeting.present().size(); i++) {
            int seat = meeting.present().get(i);
            if (seat >= seats || !filled.test(seat)) {
                problem.error("/present/" + i, "seat-vacant", "seat", seat);
            }
        }
        // without a quorum people may have met; agreed they have not
        int present = Set.copyOf(meeting.present()).size();
        quorums.of(body)
                .filter(quorum -> !meeting.agreements().isEmpty() && present < quorum.seats())
                .ifPresent(quorum -> problem.error(
                        "/agreements",
                        "quorum-missing",
                        "quorum",
                        quorum.seats(),
                        "present",
                        present,
                        "law",
                        quorum.law()));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    List<BodyMeeting> of(UUID body) {
        return database.createQuery("from BodyMeeting where body = :body order by heldOn", BodyMeeting.class)
                .setParameter("body", body)
                .getResultList();
    }

    Held read(BodyMeeting meeting) {
        return new Held(
                meeting.heldOn(),
                documents.read(meeting.agenda(), new TypeReference<>() {}),
                documents.read(meeting.present(), new TypeReference<>() {}),
                meeting.minutes(),
                documents.read(meeting.agreements(), new TypeReference<>() {}));
    }
}
