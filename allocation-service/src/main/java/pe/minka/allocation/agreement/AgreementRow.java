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
import pe.minka.allocation.agreement.Agreement.YearAmount;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The columns of an agreement. */
@Entity
@Table(name = "agreement")
class AgreementRow {

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
    AgreementState state = AgreementState.OPEN;

    int modifications;

    @Version
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "agreement_schedule", joinColumns = @JoinColumn(name = "agreement"))
    @OrderBy("year")
    List<YearColumns> schedule = new ArrayList<>();

    /** Ties a year's amount to its columns. */
    @Embeddable
    record YearColumns(FiscalYear year, Soles amount) {}

    /**
     * Changes the amount by a lawful act; nothing left means that the agreement is given up.
     *
     * @return the number of this modification, from 1
     */
    int modify(Soles newAmount) {
        amount = newAmount;
        state = newAmount.equals(Soles.ZERO) ? AgreementState.WITHDRAWN : AgreementState.OPEN;
        return ++modifications;
    }

    Agreement snapshot() {
        return new Agreement(
                id,
                act,
                process,
                entity,
                envelope,
                proposal,
                title,
                votes,
                objective,
                zone,
                uniqueInvestmentCode,
                agreedAmount,
                amount,
                state,
                modifications,
                version,
                schedule.stream()
                        .map(columns -> new YearAmount(columns.year(), columns.amount()))
                        .toList());
    }
}
