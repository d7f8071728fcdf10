package pe.minka.allocation.coordination;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A meeting of levels of government as its minutes have it. */
@Entity
@Table(name = "coordination_meeting")
class MeetingRow {

    @Id
    UUID id;

    EntityCode entity;

    @Column(name = "held_on")
    LocalDate heldOn;

    String minutes;

    @ColumnTransformer(write = "?::jsonb")
    String participants;

    @ColumnTransformer(write = "?::jsonb")
    String projects;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection
    @CollectionTable(name = "coordination_participant", joinColumns = @JoinColumn(name = "meeting"))
    @Column(name = "entity")
    Set<EntityCode> entities = new HashSet<>();
}
