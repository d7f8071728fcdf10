package pe.minka.execution.project;

import pe.minka.platform.runtime.problem.Problem;

/** Why a work does not take a step. */
public enum Refusal {
    WORKS_NOT_STARTED,
    WORKS_ALREADY_STARTED,
    WORKS_SUSPENDED,
    WORKS_NOT_SUSPENDED,
    ACCOUNTS_SETTLED,
    ACCOUNTS_NOT_SETTLED,
    PROJECT_CLOSED,
    DATE_OUT_OF_ORDER;

    public Problem problem() {
        return switch (this) {
            case WORKS_NOT_STARTED -> Problem.conflict("works-not-started");
            case WORKS_ALREADY_STARTED -> Problem.conflict("works-already-started");
            case WORKS_SUSPENDED -> Problem.conflict("works-suspended");
            case WORKS_NOT_SUSPENDED -> Problem.conflict("works-not-suspended");
            case ACCOUNTS_SETTLED -> Problem.conflict("accounts-settled");
            case ACCOUNTS_NOT_SETTLED -> Problem.conflict("accounts-not-settled");
            case PROJECT_CLOSED -> Problem.conflict("project-closed");
            case DATE_OUT_OF_ORDER -> Problem.unprocessable("date-out-of-order");
        };
    }
}
