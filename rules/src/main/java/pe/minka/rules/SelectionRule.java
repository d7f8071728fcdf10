package pe.minka.rules;

/**
 * A way to turn ballots and a budget into a list of projects. The same election always gives the same selection, on any
 * machine; neither the order of the ballots nor, but for a declared tie-break by list, that of the projects matters.
 */
public interface SelectionRule {

    /** The rule and its settings in words. */
    String words();

    /** Selects; tells how far it has come where that takes long. */
    Selection select(Election election, Progress progress);

    /** Selects. */
    default Selection select(Election election) {
        return select(election, Progress.SILENT);
    }
}
