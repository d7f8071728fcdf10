package pe.minka.registry.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** An application (solicitud) that somebody lodged. Who applies is kept apart, as of an agent. */
@Entity
@Table(name = "application")
class LodgedApplication {

    @Id
    private UUID id;

    private ProcessId process;

    private UUID person;

    private @Nullable UUID organisation;

    @Enumerated(EnumType.STRING)
    private AgentRole role;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private String language;

    private @Nullable String zone;

    private String papers;

    private boolean protectedIdentity;

    private Instant lodgedAt;

    private String lodgedBy;

    private LocalDate cureUntil;

    private boolean complete;

    @Enumerated(EnumType.STRING)
    private @Nullable ApplicationState ending;

    private @Nullable UUID agent;

    private @Nullable Instant endedAt;

    private @Nullable String endedBy;

    protected LodgedApplication() {}

    LodgedApplication(
            ProcessId process,
            UUID person,
            AccreditAgent.Candidate stated,
            Instant lodgedAt,
            String lodgedBy,
            LocalDate cureUntil) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.person = person;
        this.organisation =
                stated.organisation() == null ? null : stated.organisation().id();
        this.role = stated.role();
        this.sex = stated.sex();
        this.language = stated.language();
        this.zone = stated.zone();
        this.papers = String.join(",", new TreeSet<>(stated.papers()));
        this.protectedIdentity = stated.protectedIdentity();
        this.lodgedAt = lodgedAt;
        this.lodgedBy = lodgedBy;
        this.cureUntil = cureUntil;
    }

    /** The term's last day counts; what is incomplete after it is over, whether anybody wrote so or not. */
    ApplicationState stateOn(LocalDate day) {
        if (ending != null) {
            return ending;
        }
        if (complete) {
            return ApplicationState.COMPLETE;
        }
        return day.isAfter(cureUntil) ? ApplicationState.LAPSED : ApplicationState.OBSERVED;
    }

    void handIn(Set<String> more, @Nullable UUID representing) {
        var all = new TreeSet<>(papers());
        all.addAll(more);
        papers = String.join(",", all);
        if (representing != null) {
            organisation = representing;
        }
    }

    void checked(boolean nothingKeepsItOut) {
        complete = nothingKeepsItOut;
    }

    void accredited(AgentId as, Instant now, String account) {
        agent = as.value();
        end(ApplicationState.ACCREDITED, now, account);
    }

    void withdrawn(Instant now, String account) {
        end(ApplicationState.WITHDRAWN, now, account);
    }

    private void end(ApplicationState how, Instant now, String account) {
        ending = how;
        endedAt = now;
        endedBy = account;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    UUID person() {
        return person;
    }

    @Nullable
    UUID organisation() {
        return organisation;
    }

    AgentRole role() {
        return role;
    }

    Sex sex() {
        return sex;
    }

    String language() {
        return language;
    }

    @Nullable
    String zone() {
        return zone;
    }

    Set<String> papers() {
        return papers.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(papers.split(",", -1)));
    }

    boolean protectedIdentity() {
        return protectedIdentity;
    }

    Instant lodgedAt() {
        return lodgedAt;
    }

    LocalDate cureUntil() {
        return cureUntil;
    }

    @Nullable
    UUID agent() {
        return agent;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
