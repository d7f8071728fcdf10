package pe.minka.allocation.session;

import pe.minka.allocation.process.Regulation.SessionOutput;

import java.util.List;

/**
 * What the ordinary sessions of a body must bring forth, as the ordinance says it.
 *
 * @param sessions ordinary sessions a year
 * @param outputs by which session of the year: {@code FIRST}, {@code LAST} or {@code EACH}
 */
record SessionDemand(int sessions, List<SessionOutput> outputs) {

    /** What next year's spending is decided by; it is for the year after the session's. */
    static final String NEXT_YEAR_BUDGET = "NEXT_YEAR_BUDGET";

    /**
     * Something that a session brought forth.
     *
     * @param fiscalYear that it is for
     * @param document where it stands
     */
    record Output(String output, int fiscalYear, String document) {}

    /** An output that is missing, and the year it must be for. */
    record Missing(String output, int fiscalYear) {}

    /** @param ordinal of the session in its year, from 1 */
    List<Missing> missing(int ordinal, int year, List<Output> brought) {
        return outputs.stream()
                .filter(asked -> isDue(asked.session(), ordinal))
                .map(asked -> new Missing(asked.output(), asked.output().equals(NEXT_YEAR_BUDGET) ? year + 1 : year))
                .filter(asked -> brought.stream()
                        .noneMatch(output ->
                                output.output().equals(asked.output()) && output.fiscalYear() == asked.fiscalYear()))
                .toList();
    }

    private boolean isDue(String session, int ordinal) {
        return switch (session) {
            case "EACH" -> true;
            case "FIRST" -> ordinal == 1;
            case "LAST" -> ordinal == sessions;
            default -> false;
        };
    }
}
