package pe.minka.allocation.approval;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.RequiredApproval;

import java.time.LocalDate;
import java.util.List;

/**
 * The approvals that an act needs, in the order that the regulation names, and those it has.
 *
 * @param required of the regulation
 * @param given in their order
 * @param signedOn before which nothing is approved
 */
record ApprovalChain(List<RequiredApproval> required, List<Given> given, LocalDate signedOn) {

    record Given(String approval, LocalDate decidedOn) {}

    /** What came of recording an approval. A refusal wrote nothing. */
    sealed interface Outcome {

        /**
         * @param ordinal its place in the chain, from 0
         * @param complete whether nothing is missing now
         */
        record Admitted(int ordinal, boolean complete) implements Outcome {}

        /** @param missing the first approval that must come before */
        record OutOfOrder(String missing, String law) implements Outcome {}

        record AlreadyGiven() implements Outcome {}

        record NotRequired(List<String> required) implements Outcome {}

        /** It is dated before what must come before it. */
        record DatedBefore(LocalDate earliest) implements Outcome {}
    }

    /**
     * Decides on an approval and changes nothing.
     *
     * @law DS 142-2009-EF art. 10.1 and Ley 27972 arts. 100 and 104: the coordination council coordinates, the
     *     municipal council approves
     */
    Outcome admit(String approval, LocalDate decidedOn) {
        var codes = required.stream().map(RequiredApproval::approval).toList();
        int ordinal = codes.indexOf(approval);
        if (ordinal < 0) {
            return new Outcome.NotRequired(codes);
        }
        if (given.stream().anyMatch(each -> each.approval().equals(approval))) {
            return new Outcome.AlreadyGiven();
        }
        var next = next();
        if (next != null && !next.approval().equals(approval)) {
            return new Outcome.OutOfOrder(next.approval(), Regulation.article(next.law()));
        }
        var earliest = given.isEmpty() ? signedOn : given.get(given.size() - 1).decidedOn();
        if (decidedOn.isBefore(earliest)) {
            return new Outcome.DatedBefore(earliest);
        }
        return new Outcome.Admitted(ordinal, given.size() + 1 == required.size());
    }

    /** The approval that must come now; null where the chain is complete. */
    @Nullable
    RequiredApproval next() {
        return required.stream()
                .filter(each -> given.stream().noneMatch(done -> done.approval().equals(each.approval())))
                .findFirst()
                .orElse(null);
    }

    boolean complete() {
        return next() == null;
    }
}
