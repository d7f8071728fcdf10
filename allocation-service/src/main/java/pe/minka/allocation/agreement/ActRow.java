package pe.minka.allocation.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The act of agreements and commitments that ends the deliberation, sealed with its hash. */
@Entity
@Table(name = "agreements_act")
class ActRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID envelope;

    UUID portfolio;

    @Column(name = "signed_on")
    LocalDate signedOn;

    int signatories;

    @Column(name = "attested_by")
    String attestedBy;

    String document;

    @Column(columnDefinition = "char(64)")
    String sha256;

    @Column(name = "signed_at")
    Instant signedAt;

    AgreementsAct snapshot() {
        return new AgreementsAct(id, process, entity, envelope, portfolio, signedOn);
    }
}
