package pe.minka.platform.runtime.imports;

import java.util.List;

/** What came of one row. */
public sealed interface RowOutcome {

    /** @param subject id of what the row became */
    record Accepted(String subject) implements RowOutcome {}

    /** Nothing was written. */
    record Refused(List<Breach> breaches) implements RowOutcome {}
}
