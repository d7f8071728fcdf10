package pe.minka.allocation.compliance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A term of office that began, and the agreements it took over. */
@Entity
@Table(name = "term_of_office")
class TermRow {

    @Id
    UUID id;

    EntityCode entity;

    @Column(name = "begins_on")
    LocalDate beginsOn;

    String document;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "carried_agreement", joinColumns = @JoinColumn(name = "term"))
    @OrderBy("title, agreement")
    List<CarriedColumns> carried = new ArrayList<>();

    /** An agreement as the term found it. */
    @Embeddable
    record CarriedColumns(UUID agreement, String title, Soles amount, Soles accrued) {}
}
