package pe.minka.registry.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** The sessions of each body; those of one are no other's. */
@ApplicationScoped
class BodyMeetings {

    private static final ZoneId PERU = ZoneId.of("America/Lima");

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    BodyMeetings(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
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
                write(meeting.agenda()),
                write(List.copyOf(new TreeSet<>(meeting.present()))),
                meeting.minutes(),
                write(meeting.agreements()),
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
        if (meeting.heldOn().isAfter(LocalDate.now(clock.withZone(PERU)))) {
            problem.error("/heldOn", "meeting-ahead");
        } else if (!body.inOffice(meeting.heldOn())) {
            problem.error("/heldOn", "meeting-outside-the-term");
        }
        var seats = body.seats();
        for (int i = 0; i < meeting.present().size(); i++) {
            int seat = meeting.present().get(i);
            if (seat >= seats.size() || seats.get(seat).name() == null) {
                problem.error("/present/" + i, "seat-vacant", "seat", seat);
            }
        }
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
                read(meeting.agenda(), new TypeReference<>() {}),
                read(meeting.present(), new TypeReference<>() {}),
                meeting.minutes(),
                read(meeting.agreements(), new TypeReference<>() {}));
    }

    private String write(List<?> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain lists can always be written", impossible);
        }
    }

    private <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored meeting cannot be read", broken);
        }
    }
}
