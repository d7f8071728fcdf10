package pe.minka.allocation.approval;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.Optional;

/**
 * Where a body approved something else than was agreed. What was agreed stays as it was signed: only a lawful
 * modification changes it.
 *
 * @param amountDecided by the body; null where it is the one agreed
 * @param scopeDecided by the body; null where it is the one agreed
 */
record Divergence(
        Agreement agreement,
        String approval,
        @Nullable Soles amountDecided,
        @Nullable String scopeDecided) {

    /** What a body decided on one agreement. */
    record Decided(
            Agreement agreement,
            @Nullable Soles amount,
            @Nullable String scope) {}

    /** Empty where the body decided what was agreed. */
    static Optional<Divergence> of(String approval, Decided decided) {
        var agreed = decided.agreement();
        var amount = agreed.agreedAmount().equals(decided.amount()) ? null : decided.amount();
        var scope = agreed.title().equals(decided.scope()) ? null : decided.scope();
        return amount == null && scope == null
                ? Optional.empty()
                : Optional.of(new Divergence(agreed, approval, amount, scope));
    }

    static List<Divergence> among(String approval, List<Decided> decided) {
        return decided.stream().flatMap(each -> of(approval, each).stream()).toList();
    }
}
