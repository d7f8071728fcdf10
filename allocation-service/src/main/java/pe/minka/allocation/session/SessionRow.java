package pe.minka.allocation.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One ordinary session of a body and what it brought forth. */
@Entity
@Table(name = "body_session")
class SessionRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    String body;

    int year;

    int ordinal;

    @Column(name = "held_on")
    LocalDate heldOn;

    String minutes;

    @ColumnTransformer(write = "?::jsonb")
    String outputs;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
