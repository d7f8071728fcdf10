package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** How a line of the list of municipalities is read. */
final class MunicipalityColumns {

    static final List<String> NAMES = List.of(
            "entity",
            "kind",
            "name",
            "ubigeo",
            "region",
            "province",
            "district",
            "capital",
            "reniec",
            "population",
            "altitude",
            "poverty_percent");

    private MunicipalityColumns() {}

    /** @throws IllegalArgumentException where a code, kind or number cannot be read */
    static Municipality read(Map<String, String> line) {
        return new Municipality(
                new EntityCode(text(line, "entity")),
                EntityKind.valueOf(text(line, "kind")),
                text(line, "name"),
                new Ubigeo(text(line, "ubigeo")),
                text(line, "region"),
                text(line, "province"),
                text(line, "district"),
                text(line, "capital"),
                optional(line, "reniec"),
                Long.parseLong(text(line, "population")),
                Integer.parseInt(text(line, "altitude")),
                decimal(line, "poverty_percent"));
    }

    private static @Nullable BigDecimal decimal(Map<String, String> line, String column) {
        var text = optional(line, column);
        return text == null ? null : new BigDecimal(text.replace(',', '.'));
    }

    private static String text(Map<String, String> line, String column) {
        var text = optional(line, column);
        if (text == null) {
            throw new IllegalArgumentException(column);
        }
        return text;
    }

    private static @Nullable String optional(Map<String, String> line, String column) {
        var text = line.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
