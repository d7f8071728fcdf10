package pe.minka.registry.interest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may judge proposals: one who has declared, is bound to no official, and sells or proposes nothing judged. */
final class Eligibility {

    private Eligibility() {}

    /** Why a person is kept from judging. */
    enum Bar {
        /** Nothing was declared as an evaluator. */
        NOT_DECLARED,
        /** Bound to an official, in whatever capacity that was declared, at whatever time. */
        BOUND_TO_OFFICIAL,
        /** Sells to the process. */
        SUPPLIES,
        /** Proposed what is to be judged. */
        PROPOSED_IT
    }

    /**
     * The first reason against a person.
     *
     * @param declarations of that person in the process, in whatever capacity
     */
    static Optional<Bar> barAgainst(List<InterestDeclaration> declarations, UUID proposal) {
        if (declarations.stream()
                .anyMatch(declaration ->
                        declaration.capacity() == Capacity.PROPOSER && proposal.equals(declaration.about()))) {
            return Optional.of(Bar.PROPOSED_IT);
        }
        return barAgainst(declarations);
    }

    /** The same for any proposal. */
    static Optional<Bar> barAgainst(List<InterestDeclaration> declarations) {
        if (declarations.stream().anyMatch(declaration -> !declaration.ties().isEmpty())) {
            return Optional.of(Bar.BOUND_TO_OFFICIAL);
        }
        if (declarations.stream().anyMatch(declaration -> declaration.capacity() == Capacity.SUPPLIER)) {
            return Optional.of(Bar.SUPPLIES);
        }
        return declarations.stream().anyMatch(declaration -> declaration.capacity() == Capacity.EVALUATOR)
                ? Optional.empty()
                : Optional.of(Bar.NOT_DECLARED);
    }
}
