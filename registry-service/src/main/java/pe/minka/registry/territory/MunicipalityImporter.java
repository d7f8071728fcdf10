package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes in the list of municipalities line by line. */
@ApplicationScoped
class MunicipalityImporter implements RowImporter {

    static final String KIND = "municipalities";

    private final RegisterMunicipalities registerMunicipalities;

    MunicipalityImporter(RegisterMunicipalities registerMunicipalities) {
        this.registerMunicipalities = registerMunicipalities;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return MunicipalityColumns.NAMES.stream()
                .map(name -> name.equals("reniec") || name.equals("poverty_percent")
                        ? Column.optional(name)
                        : Column.required(name))
                .toList();
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        Map<String, String> line = MunicipalityColumns.NAMES.stream()
                .filter(name -> row.optional(name).isPresent())
                .collect(Collectors.toMap(name -> name, row::required));
        try {
            var municipality = MunicipalityColumns.read(line);
            registerMunicipalities.register(List.of(municipality));
            return new RowOutcome.Accepted(municipality.entity().value());
        } catch (IllegalArgumentException unreadable) {
            return row.breach("", "municipality-unreadable").refused();
        }
    }
}
