package pe.minka.allocation.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The act by which a body approved a portfolio. */
@Entity
@Table(name = "portfolio_approval")
class PortfolioApprovalRow {

    @Id
    UUID portfolio;

    String body;

    String number;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
