package pe.minka.execution.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** One agreed project, waiting for its approvals or under way. */
@Entity
class Agreement {

    @Id
    UUID agreement;

    UUID act;
    String title;
    Soles amount;

    @Nullable
    String zone;

    @Nullable
    UUID objective;

    @Column(name = "unique_investment_code")
    @Nullable
    String uniqueInvestmentCode;

    protected Agreement() {}

    Agreement(
            UUID agreement,
            UUID act,
            String title,
            Soles amount,
            @Nullable String zone,
            @Nullable UUID objective,
            @Nullable String uniqueInvestmentCode) {
        this.agreement = agreement;
        this.act = act;
        this.title = title;
        this.amount = amount;
        this.zone = zone;
        this.objective = objective;
        this.uniqueInvestmentCode = uniqueInvestmentCode;
    }
}
