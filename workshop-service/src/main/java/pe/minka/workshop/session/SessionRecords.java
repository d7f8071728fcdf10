package pe.minka.workshop.session;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.Regulation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** What sessions of a process put on record, for those who act on it. Drafted minutes count: a vote cannot wait for their seal. */
@ApplicationScoped
public class SessionRecords {

    private final Workshops workshops;
    private final KeepMinutes minutes;
    private final Attendances attendances;
    private final Agents agents;
    private final Statements statements;

    SessionRecords(
            Workshops workshops, KeepMinutes minutes, Attendances attendances, Agents agents, Statements statements) {
        this.attendances = attendances;
        this.agents = agents;
        this.workshops = workshops;
        this.minutes = minutes;
        this.statements = statements;
    }

    public ProcessId processOf(UUID workshop) {
        return workshops.known(workshop).process;
    }

    public boolean isOf(UUID workshop, ProcessId process) {
        return workshops.count("workshop = ?1 and process = ?2", workshop, process) > 0;
    }

    /** Whether the minutes of this one session record the matter. */
    public boolean record(UUID workshop, String matter) {
        return agreements(workshops.list("workshop = ?1 and draft is not null", workshop))
                .anyMatch(agreement -> agreement.matter().name().equals(matter));
    }

    /** Whether minutes of the process rank something under this matter, item by item. */
    public boolean rank(ProcessId process, String matter) {
        return agreements(workshops.list("process = ?1 and draft is not null", process))
                .anyMatch(agreement -> agreement.matter().name().equals(matter)
                        && agreement.ranked() != null
                        && !agreement.ranked().isEmpty());
    }

    private Stream<Minutes.Agreement> agreements(List<Workshop> sessions) {
        return sessions.stream()
                .flatMap(session -> minutes.read(Objects.requireNonNull(session.draft)).agreements().stream());
    }

    /** Whether the session was convened as early, and over as many channels, as the regulation asks. */
    public boolean isConvenedInTime(UUID workshop, Regulation.Convocation rule) {
        var session = workshops.known(workshop);
        return rule.isMetBy(session.convenedAt, session.startsAt)
                && new HashSet<>(session.channels).size() >= rule.minimumChannels();
    }

    /** Whether the session is open with those whom the regulation asks for, or with any where a second call needs no more. */
    public boolean hasQuorum(UUID workshop, Regulation.Quorum rule) {
        var session = workshops.known(workshop);
        return session.state != Workshop.State.CONVENED
                && (rule.anyPresenceOnSecondCall()
                        || attendances.of(workshop).forQuorum() >= rule.of(agents.onRoll(session.process)));
    }

    /** How many accredited agents in this capacity are on the attendance list. */
    public int attended(UUID workshop, String role) {
        return statements.count(
                "select count(*) from attendance t join workshop w on w.workshop = t.workshop"
                        + " join agent a on a.process = w.process and a.agent = t.agent"
                        + " where t.workshop = ? and a.role = ? and a.accredited",
                workshop,
                role);
    }
}
