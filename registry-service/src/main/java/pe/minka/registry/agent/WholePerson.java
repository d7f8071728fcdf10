package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.PersonalDataView.ConsentGiven;
import pe.minka.registry.agent.PersonalDataView.Corrected;
import pe.minka.registry.agent.PersonalDataView.NoticeReceived;
import pe.minka.registry.agent.PersonalDataView.Participation;
import pe.minka.registry.agent.PersonalDataView.Reading;
import pe.minka.registry.agent.PersonalDataView.TrainingAttended;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Everything that is kept about a person, as whoever it may be: agent, applicant, evaluator. */
@ApplicationScoped
class WholePerson {

    private final EntityManager database;
    private final People people;

    WholePerson(EntityManager database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Whoever was erased is nobody: not found. */
    PersonalDataView of(UUID id) {
        var person = people.read(id).orElseThrow(() -> Problem.notFound().toException());
        return new PersonalDataView(
                person.document().kind().name(),
                person.document().number(),
                person.names(),
                person.birthDate(),
                person.contact(),
                person.particulars().phone(),
                person.particulars().email(),
                person.particulars().address(),
                person.particulars().position(),
                person.particulars().educationLevel(),
                participations(id),
                readings(id),
                consents(id),
                notices(id),
                trainings(id),
                rectifications(id),
                KeptAbout.of(id, database));
    }

    private List<Participation> participations(UUID person) {
        return database
                .createQuery(
                        "select process, id, role, state from Agent where person = :person order by id", Tuple.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .map(row -> new Participation(
                        row.get(0, ProcessId.class).value(),
                        row.get(1, UUID.class),
                        row.get(2, AgentRole.class).name(),
                        row.get(3, AgentState.class).name()))
                .toList();
    }

    private List<Reading> readings(UUID person) {
        List<?> rows = database.createNativeQuery(
                        "select l.at, l.purpose, l.account from access_log l join agent a on a.process = l.process and a.person = :person"
                                + " where l.at >= a.accredited_at and case"
                                + " when l.listed then exists (select 1 from access_log_agent x where x.reading = l.id and x.agent = a.id)"
                                + " when l.first_agent is not null then a.id between l.first_agent and l.last_agent"
                                + " else a.ended_at is null or l.at <= a.ended_at end order by l.id",
                        Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream()
                .map(row -> new Reading(
                        ((Tuple) row).get(0, Instant.class),
                        ((Tuple) row).get(1, String.class),
                        ((Tuple) row).get(2, String.class)))
                .toList();
    }

    private List<ConsentGiven> consents(UUID person) {
        return rows(
                "select purpose, version, channel, given_at, ended_at from consent where person = :person order by given_at",
                person,
                row -> new ConsentGiven(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class)));
    }

    private List<NoticeReceived> notices(UUID person) {
        return rows(
                "select notice, state, channel, cast(delivered_on as text) from notice_delivery where person = :person order by due_at",
                person,
                row -> new NoticeReceived(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class) == null ? null : LocalDate.parse(row.get(3, String.class))));
    }

    private List<TrainingAttended> trainings(UUID person) {
        return rows(
                "select t.id, t.title, cast(t.held_on as text) from training t join training_attendance x on x.training = t.id"
                        + " join agent a on a.id = x.agent where a.person = :person order by t.held_on",
                person,
                row -> new TrainingAttended(
                        row.get(0, UUID.class), row.get(1, String.class), LocalDate.parse(row.get(2, String.class))));
    }

    private List<Corrected> rectifications(UUID person) {
        return rows(
                "select at, fields, cause, account, proof, id from rectification where person = :person order by at",
                person,
                row -> new Corrected(
                        row.get(0, Instant.class),
                        List.of(row.get(1, String.class).split(",", -1)),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        people.open(
                                person,
                                RectificationResource.proofOf(row.get(5, UUID.class)),
                                row.get(4, byte[].class))));
    }

    private <T> List<T> rows(String query, UUID person, Function<Tuple, T> reading) {
        List<?> rows = database.createNativeQuery(query, Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream().map(row -> reading.apply((Tuple) row)).toList();
    }
}
