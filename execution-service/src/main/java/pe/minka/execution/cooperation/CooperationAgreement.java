package pe.minka.execution.cooperation;

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
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import pe.minka.execution.process.Party;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who signed how a work is done together, and what the community promised to bring. */
@Entity
@Table(name = "cooperation_agreement")
class CooperationAgreement {

    @Id
    @Column(name = "agreement")
    UUID id;

    UUID project;

    @Column(name = "signed_on")
    LocalDate signedOn;

    String document;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "cooperation_party", joinColumns = @JoinColumn(name = "agreement"))
    @Column(name = "party")
    @Enumerated(EnumType.STRING)
    Set<Party> parties;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "pledge", joinColumns = @JoinColumn(name = "agreement"))
    @OrderColumn(name = "ordinal")
    List<Pledge> pledges;

    /** What is promised, counted and valued. */
    @Embeddable
    static class Pledge {

        @Enumerated(EnumType.STRING)
        ContributionKind kind;

        BigDecimal quantity;
        String unit;

        @Column(name = "value")
        Soles worth;

        protected Pledge() {}

        Pledge(ContributionKind kind, BigDecimal quantity, String unit, Soles worth) {
            this.kind = kind;
            this.quantity = quantity;
            this.unit = unit;
            this.worth = worth;
        }
    }

    protected CooperationAgreement() {}

    CooperationAgreement(UUID project, LocalDate signedOn, String document, Set<Party> parties, List<Pledge> pledges) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.signedOn = signedOn;
        this.document = document;
        this.parties = EnumSet.copyOf(parties);
        this.pledges = new ArrayList<>(pledges);
    }

    Soles pledged() {
        return pledges.stream().map(pledge -> pledge.worth).reduce(Soles.ZERO, Soles::plus);
    }
}
