package pe.minka.allocation.distribution;

import java.math.BigDecimal;
import java.util.Map;

/** A zone with the values of its indicators. */
public record ZoneIndicators(String zone, String name, Map<String, BigDecimal> values) {}
