package pe.minka.allocation.portfolio;

import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** What one phase of one project costs in one year. */
public record Entry(UUID proposal, FiscalYear year, Phase phase, Soles amount) {}
