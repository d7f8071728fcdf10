package pe.minka.allocation.portfolio;

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
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A portfolio of several years as it was made. */
@Entity
@Table(name = "portfolio")
class PortfolioRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID selection;

    @Column(name = "first_year")
    FiscalYear firstYear;

    int years;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_on")
    LocalDate madeOn;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "portfolio_entry", joinColumns = @JoinColumn(name = "portfolio"))
    @OrderBy("proposal, year, phase")
    List<EntryColumns> entries = new ArrayList<>();

    @Embeddable
    static class EntryColumns {

        UUID proposal;

        FiscalYear year;

        @Enumerated(EnumType.STRING)
        Phase phase;

        Soles amount;

        String title;

        @Nullable
        UUID objective;
    }
}
