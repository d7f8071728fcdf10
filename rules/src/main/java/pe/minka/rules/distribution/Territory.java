package pe.minka.rules.distribution;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A place that gets a share, with its indicators.
 *
 * @param id such as a UBIGEO or the code of a section
 */
public record Territory(String id, String name, Map<String, BigDecimal> indicators) {
    public Territory {
        indicators = Map.copyOf(indicators);
    }
}
