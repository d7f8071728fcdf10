package pe.minka.allocation.plan;

/** Plans above the local one that an objective can serve. */
public enum PlanLevel {
    REGIONAL,
    SECTOR,
    NATIONAL
}
