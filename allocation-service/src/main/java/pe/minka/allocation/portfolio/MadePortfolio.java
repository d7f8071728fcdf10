package pe.minka.allocation.portfolio;

import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** A portfolio as it was made; it never changes. */
public record MadePortfolio(UUID id, ProcessId process, UUID selection, List<Entry> entries) {}
