package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes in INEI's directory of populated centres under the column names of its layer of populated centres and
 * dispersed settlements; the names of region, province and district are read over: codes tell them, names never do.
 */
@ApplicationScoped
class PopulatedCentreImporter implements RowImporter {

    static final String KIND = "populated-centres";

    private static final List<String> READ_OVER = List.of(
            "nombdep",
            "nombprov",
            "nombdist",
            "viv",
            "viv_part",
            "viv_part_o",
            "viv_part_1",
            "pob_viv_pa",
            "y",
            "x",
            "fuente",
            "revision",
            "cap",
            "capital",
            "iddpto",
            "idprov",
            "region_natural");

    private final PopulatedCentres centres;

    PopulatedCentreImporter(PopulatedCentres centres) {
        this.centres = centres;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return Stream.concat(
                        Stream.of(
                                Column.required("codccpp"),
                                Column.required("cen_pob"),
                                Column.optional("ubigeo"),
                                Column.optional("categoria"),
                                Column.optional("area"),
                                Column.optional("pob"),
                                Column.optional("altitud")),
                        READ_OVER.stream().map(Column::optional))
                .toList();
    }

    @Override
    public int batch() {
        return 1_000;
    }

    @Override
    public void finish(ImportContext context) {
        centres.finish(UUID.fromString(context.about("list")), context.dryRun());
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        var text = row.required("codccpp");
        var name = row.required("cen_pob");
        var area = row.readOptional("area", PopulatedCentreImporter::area);
        var population = row.readOptional("pob", ListNumbers::count);
        var altitude = row.readOptional("altitud", ListNumbers::metres);
        var code = code(row, text);
        if (code == null || !row.sound()) {
            return row.refused();
        }
        var centre =
                new PopulatedCentre(code, name, row.optional("categoria").orElse(null), area, population, altitude);
        if (row.optional("ubigeo")
                .filter(district -> !district.equals(centre.district()))
                .isPresent()) {
            return row.breach("ubigeo", "centre-outside-its-district", "expected", centre.district())
                    .refused();
        }
        if (!centres.take(centre, UUID.fromString(context.about("list")), context.dryRun())) {
            return row.breach("codccpp", "district-unknown", "district", centre.district())
                    .refused();
        }
        return new RowOutcome.Accepted(code.value());
    }

    private static @Nullable Ubigeo code(Row row, String text) {
        if (text.matches("\\d{10}")) {
            return new Ubigeo(text);
        }
        if (!text.isEmpty()) {
            boolean lost = text.matches("\\d{9}(\\.0)?");
            if (lost) {
                row.breach("codccpp", "code-leading-zero-lost", "digits", 10);
            } else {
                row.breach("codccpp", "unreadable-value");
            }
        }
        return null;
    }

    private static String area(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "1", "U", "URBANO", "URBANA", "URBAN" -> "URBAN";
            case "2", "R", "RURAL" -> "RURAL";
            default -> throw new IllegalArgumentException("area");
        };
    }
}
