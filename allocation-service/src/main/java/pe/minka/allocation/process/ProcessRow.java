package pe.minka.allocation.process;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Ubigeo;

import java.util.UUID;

/** The copy of a process; a phase may be heard of before the process itself is. */
@Entity
@Table(name = "process")
class ProcessRow {

    @Id
    UUID id;

    @Nullable
    EntityCode entity;

    @Nullable
    Ubigeo ubigeo;

    @Nullable
    String name;

    @Column(name = "fiscal_year")
    @Nullable
    FiscalYear fiscalYear;

    @Nullable
    String level;

    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    String regulation;

    /** Codes separated by blanks. */
    @Column(name = "closed_phases")
    String closedPhases = "";
}
