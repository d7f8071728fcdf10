package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;

import java.util.List;
import java.util.UUID;

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
        return MunicipalityColumns.COLUMNS;
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        var municipality = MunicipalityColumns.read(row);
        if (municipality == null) {
            return row.refused();
        }
        registerMunicipalities.register(municipality, list(context), context.dryRun());
        return new RowOutcome.Accepted(municipality.entity().value());
    }

    @Override
    public void finish(ImportContext context) {
        registerMunicipalities.finish(list(context), context.dryRun());
    }

    private static UUID list(ImportContext context) {
        return UUID.fromString(context.about("list"));
    }
}
