package pe.minka.registry.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** A participating agent of one process: a random id with coarse facts. The person behind it is kept apart. */
@Entity
@Table(name = "agent")
class Agent {

    @Id
    private UUID id;

    private ProcessId process;

    private EntityCode entity;

    private UUID person;

    private @Nullable UUID organisation;

    @Enumerated(EnumType.STRING)
    private AgentRole role;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private String ageBand;

    private String language;

    private @Nullable String zone;

    private boolean voice;

    private boolean vote;

    private String credential;

    private boolean protectedIdentity;

    @Enumerated(EnumType.STRING)
    private AgentState state;

    @Column(updatable = false)
    private Instant accreditedAt;

    private @Nullable Instant endedAt;

    private @Nullable String endedBecause;

    private @Nullable UUID replacedBy;

    protected Agent() {}

    boolean ended() {
        return state != AgentState.ACCREDITED;
    }

    void revoked(String because, Instant now) {
        state = AgentState.REVOKED;
        endedBecause = because;
        endedAt = now;
    }

    void replaced(AgentId successor, String because, Instant now) {
        state = AgentState.REPLACED;
        replacedBy = successor.value();
        endedBecause = because;
        endedAt = now;
    }

    /** What the person turns out to be; null stays as it is. */
    void corrected(@Nullable Sex right, @Nullable String rightAgeBand) {
        sex = right == null ? sex : right;
        ageBand = rightAgeBand == null ? ageBand : rightAgeBand;
    }

    Instant accreditedAt() {
        return accreditedAt;
    }

    AgentId id() {
        return new AgentId(id);
    }

    ProcessId process() {
        return process;
    }

    EntityCode entity() {
        return entity;
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

    String ageBand() {
        return ageBand;
    }

    String language() {
        return language;
    }

    @Nullable
    String zone() {
        return zone;
    }

    boolean voice() {
        return voice;
    }

    boolean vote() {
        return vote;
    }

    String credential() {
        return credential;
    }

    /** From now on the name is printed on no public list, or may be again. */
    void protectIdentity(boolean wanted) {
        protectedIdentity = wanted;
    }

    boolean protectedIdentity() {
        return protectedIdentity;
    }

    AgentState state() {
        return state;
    }

    @Nullable
    String endedBecause() {
        return endedBecause;
    }

    @Nullable
    UUID replacedBy() {
        return replacedBy;
    }
}
