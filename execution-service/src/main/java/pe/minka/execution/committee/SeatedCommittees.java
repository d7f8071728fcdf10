package pe.minka.execution.committee;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Committees as those see them who give them credentials. */
@ApplicationScoped
public class SeatedCommittees {

    private final Committees committees;
    private final Elections elections;

    SeatedCommittees(Committees committees, Elections elections) {
        this.committees = committees;
        this.elections = elections;
    }

    /** @param electedOn the day the election was proclaimed, by the calendar of Peru; without one, that of the act */
    public record Seated(
            UUID committee,
            ProcessId process,
            EntityCode entity,
            CommitteeKind kind,
            LocalDate electedOn,
            boolean active,
            List<Seat> seats) {}

    /** Who holds a post. */
    public record Seat(AgentId agent, String post) {}

    public Optional<Seated> find(UUID committee) {
        return committees.findByIdOptional(committee).map(this::seated);
    }

    /** In office, in the order in which they took it. */
    public List<Seated> inOffice(ProcessId process) {
        return committees.list("process = ?1 and endedOn is null order by constitutedAt, id", process).stream()
                .map(this::seated)
                .toList();
    }

    private Seated seated(Committee committee) {
        return new Seated(
                committee.id,
                committee.process,
                committee.entity,
                committee.kind,
                electedOn(committee),
                committee.isActive(),
                committee.members.stream()
                        .map(member -> new Seat(member.agent, member.post))
                        .toList());
    }

    /** The last election of such a committee that was proclaimed before it took office. */
    private LocalDate electedOn(Committee committee) {
        return elections.list("process = ?1 and kind = ?2", committee.process, committee.kind + "_COMMITTEE").stream()
                .filter(elected -> committee.kind == CommitteeKind.VIGILANCE)
                .map(elected -> Peru.dayOf(elected.proclaimedAt))
                .filter(day -> !day.isAfter(committee.constitutedOn))
                .max(LocalDate::compareTo)
                .orElse(committee.constitutedOn);
    }
}
