package pe.minka.allocation.agreement;

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
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What agents and authorities agreed for one project: what is signed stays, what is changed is counted. */
@Entity
@Table(name = "agreement")
public class Agreement {

    /** How an agreement stands. */
    public enum State {
        /** To be kept. */
        OPEN,
        /** Kept. */
        DONE,
        /** Lawfully given up. */
        WITHDRAWN
    }

    @Id
    UUID id;

    UUID act;

    ProcessId process;

    EntityCode entity;

    UUID envelope;

    UUID proposal;

    String title;

    long votes;

    @Nullable
    UUID objective;

    @Nullable
    String zone;

    @Column(name = "unique_investment_code")
    @Nullable
    String uniqueInvestmentCode;

    @Column(name = "agreed_amount")
    Soles agreedAmount;

    Soles amount;

    @Enumerated(EnumType.STRING)
    State state = State.OPEN;

    int modifications;

    @Version
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_schedule", joinColumns = @JoinColumn(name = "agreement"))
    @OrderBy("year")
    List<YearAmount> schedule = new ArrayList<>();

    /** What is paid in one year. */
    @Embeddable
    public record YearAmount(FiscalYear year, Soles amount) {}

    protected Agreement() {}

    public UUID id() {
        return id;
    }

    public UUID act() {
        return act;
    }

    public ProcessId process() {
        return process;
    }

    public EntityCode entity() {
        return entity;
    }

    public UUID envelope() {
        return envelope;
    }

    public UUID proposal() {
        return proposal;
    }

    public String title() {
        return title;
    }

    /** As it stands after all modifications. */
    public Soles amount() {
        return amount;
    }

    /** As it was signed. */
    public Soles agreedAmount() {
        return agreedAmount;
    }

    public State state() {
        return state;
    }

    public long version() {
        return version;
    }

    public List<YearAmount> schedule() {
        return List.copyOf(schedule);
    }

    /**
     * Changes the amount by a lawful act; nothing left means that the agreement is given up.
     *
     * @return the number of this modification, from 1
     */
    public int modify(Soles newAmount) {
        amount = newAmount;
        state = newAmount.equals(Soles.ZERO) ? State.WITHDRAWN : State.OPEN;
        return ++modifications;
    }
}
