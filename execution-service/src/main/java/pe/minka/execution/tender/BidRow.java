package pe.minka.execution.tender;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** A bid: sealed until the opening of its tender. */
@Entity
@Table(name = "bid")
class BidRow {

    @Id
    @Column(name = "bid")
    UUID id;

    UUID tender;

    /** Follows the tender's by the database: a bid for a tender that is open cannot be stored. */
    @Column(name = "tender_state", updatable = false)
    @Enumerated(EnumType.STRING)
    TenderRow.State tenderState;

    int place;

    @Column(name = "sealed_key")
    byte[] sealedKey;

    byte[] sealed;

    /** SHA-256 of the sealed bytes: shows afterwards that the envelope was not exchanged. */
    String seal;

    @Column(name = "received_at")
    Instant receivedAt;

    @Nullable
    Soles amount;

    @Nullable
    String bidder;

    @Nullable
    String document;

    protected BidRow() {}

    BidRow(UUID tender, int place, Envelope envelope, Instant receivedAt) {
        this.id = envelope.bid();
        this.tender = tender;
        this.tenderState = TenderRow.State.SEALED;
        this.place = place;
        this.sealedKey = envelope.sealedKey();
        this.sealed = envelope.sealed();
        this.seal = envelope.seal();
        this.receivedAt = receivedAt;
    }

    Envelope envelope() {
        return new Envelope(id, sealedKey, sealed);
    }

    void read(Offer offer) {
        amount = offer.amount();
        bidder = offer.bidderToName();
        document = offer.document();
    }
}
