package pe.minka.allocation.selection;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/** A selection as it was made; it never changes. */
public record MadeSelection(
        UUID id,
        ProcessId process,
        EntityCode entity,
        UUID round,
        UUID envelope,
        Soles budget,
        List<ProjectOutcome> selected,
        List<ProjectOutcome> notSelected) {}
