package pe.minka.allocation.joint;

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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A project that several pay together, as it was agreed. */
@Entity
@Table(name = "joint_project")
class JointProjectRow {

    @Id
    UUID id;

    EntityCode entity;

    String title;

    Soles cost;

    String maintainer;

    @Column(name = "agreed_on")
    LocalDate agreedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "joint_share", joinColumns = @JoinColumn(name = "project"))
    @OrderBy("entity, zone")
    List<ShareColumns> shares = new ArrayList<>();

    @Embeddable
    static class ShareColumns {

        EntityCode entity;

        String zone;

        BigDecimal percent;

        Soles amount;

        String consent;

        @Column(name = "consent_on")
        LocalDate consentOn;
    }
}
