package pe.minka.execution.committee;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People of the community in office, by the act of their election. */
@Entity
class Committee {

    @Id
    @Column(name = "committee")
    UUID id;

    ProcessId process;
    EntityCode entity;

    @Enumerated(EnumType.STRING)
    CommitteeKind kind;

    @Nullable
    UUID project;

    @Nullable
    String zone;

    String act;

    @Column(name = "constituted_on")
    LocalDate constitutedOn;

    @Column(name = "ends_on")
    @Nullable
    LocalDate endsOn;

    @Column(name = "ended_on")
    @Nullable
    LocalDate endedOn;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "constituted_at")
    Instant constitutedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "committee_member", joinColumns = @JoinColumn(name = "committee"))
    @OrderColumn(name = "seat")
    List<Member> members = new ArrayList<>();

    /** Who holds a post. */
    @Embeddable
    static class Member {

        AgentId agent;
        String post;

        @Nullable
        String sex;

        @Nullable
        String zone;

        protected Member() {}

        Member(Candidate candidate) {
            this.agent = candidate.agent();
            this.post = candidate.post();
            this.sex = candidate.sex();
            this.zone = candidate.zone();
        }
    }

    protected Committee() {}

    Committee(Office office, List<Candidate> members, @Nullable LocalDate endsOn, Instant constitutedAt) {
        this.id = UUID.randomUUID();
        this.process = office.process();
        this.entity = office.entity();
        this.kind = office.kind();
        this.project = office.project();
        this.zone = office.zone();
        this.act = office.act();
        this.constitutedOn = office.constitutedOn();
        this.endsOn = endsOn;
        this.constitutedAt = constitutedAt;
        members.forEach(candidate -> this.members.add(new Member(candidate)));
    }

    /** What the committee is constituted for, and by which act. */
    record Office(
            ProcessId process,
            EntityCode entity,
            CommitteeKind kind,
            @Nullable UUID project,
            @Nullable String zone,
            String act,
            LocalDate constitutedOn) {}

    boolean isActive() {
        return endedOn == null;
    }
}
