package pe.minka.allocation.bank;

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
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The projects that one area handed in for a year. */
@Entity
@Table(name = "project_list")
class ProjectListRow {

    @Id
    UUID id;

    EntityCode entity;

    String area;

    @Enumerated(EnumType.STRING)
    ListKind kind;

    @Column(name = "fiscal_year")
    FiscalYear fiscalYear;

    String document;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_list_entry", joinColumns = @JoinColumn(name = "list"))
    @OrderBy("position")
    List<EntryColumns> entries = new ArrayList<>();

    /** The columns of one project. */
    @Embeddable
    static class EntryColumns {

        int position;

        EntityCode entity;

        @Nullable
        String code;

        String name;

        Soles cost;

        @Nullable
        String problem;

        String subject;
    }

    List<ListedProject> projects() {
        return entries.stream()
                .map(entry -> new ListedProject(
                        id, entry.position, entity, area, entry.code, entry.name, entry.cost, entry.problem))
                .toList();
    }
}
