package pe.minka.allocation.envelope;

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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.envelope.Declaration.FundedLine;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Money that one body of people decides on, and what of it agreements have taken. */
@Entity
@Table(name = "envelope")
class EnvelopeRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    @Column(name = "fiscal_year")
    FiscalYear fiscalYear;

    String purse;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "investment_budget")
    Soles investmentBudget;

    @Column(name = "whole_investment_budget")
    Soles wholeInvestmentBudget;

    Soles amount;

    @Column(name = "declared_percent")
    @Nullable
    BigDecimal declaredPercent;

    @Column(name = "computed_percent")
    BigDecimal computedPercent;

    Soles reserved = Soles.ZERO;

    @Column(name = "foreign_currency", columnDefinition = "char(3)")
    @Nullable
    String foreignCurrency;

    @Column(name = "foreign_amount")
    @Nullable
    BigDecimal foreignAmount;

    @Column(name = "foreign_rate")
    @Nullable
    BigDecimal foreignRate;

    @Column(name = "foreign_source")
    @Nullable
    String foreignSource;

    @Column(name = "declared_at")
    Instant declaredAt;

    @Version
    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "envelope_line", joinColumns = @JoinColumn(name = "envelope"))
    @OrderBy("line")
    List<FundedPart> lines = new ArrayList<>();

    /** A line's part of an envelope. */
    @Embeddable
    record FundedPart(@Column(columnDefinition = "char(2)") String line, Soles amount) {

        static FundedPart of(FundedLine line) {
            return new FundedPart(line.line(), line.amount());
        }
    }

    /** What no agreement has taken yet. */
    Soles available() {
        return amount.minus(reserved);
    }

    Envelope snapshot() {
        return new Envelope(
                id, process, entity, fiscalYear, purse, decidedBy, amount, wholeInvestmentBudget, reserved, lines());
    }

    private Map<String, Soles> lines() {
        var amounts = new TreeMap<String, Soles>();
        lines.forEach(line -> amounts.put(line.line(), line.amount()));
        return amounts;
    }
}
