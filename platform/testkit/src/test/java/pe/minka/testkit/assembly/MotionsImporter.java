package pe.minka.testkit.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;

import java.util.List;

/** Tables the motions of a file. */
@ApplicationScoped
class MotionsImporter implements RowImporter {

    private final TableMotion tableMotion;

    MotionsImporter(TableMotion tableMotion) {
        this.tableMotion = tableMotion;
    }

    @Override
    public String kind() {
        return "motions";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("title"), Column.required("cost"), Column.optional("note"));
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        var title = row.required("title");
        var cost = row.soles("cost");
        if (!row.sound() || cost == null) {
            return row.refused();
        }
        return new RowOutcome.Accepted(
                tableMotion.table(context.entity(), title, cost).id.toString());
    }
}
