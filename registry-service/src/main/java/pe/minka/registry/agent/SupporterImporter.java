package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;
import pe.minka.registry.agent.SupportersList.Written;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Takes in those who sign for citizens without organisation row by row. */
@ApplicationScoped
class SupporterImporter implements RowImporter {

    static final String KIND = "supporters";

    private static final Set<String> SIGNED = Set.of("SÍ", "SI", "X", "FIRMÓ", "FIRMADO", "YES", "TRUE", "1");

    private final SignPetition signPetition;

    SupporterImporter(SignPetition signPetition) {
        this.signPetition = signPetition;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("document_kind"),
                Column.required("document_number"),
                Column.required("names"),
                Column.required("address"),
                Column.required("signed"));
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        var kind = Objects.requireNonNullElse(
                row.readOptional("document_kind", SupporterImporter::kind), IdentityDocument.Kind.DNI);
        var written = new Written(
                kind,
                row.required("document_number"),
                row.required("names"),
                row.required("address"),
                row.optional("signed")
                        .filter(text -> SIGNED.contains(text.toUpperCase(Locale.ROOT)))
                        .isPresent());
        if (!row.sound()) {
            return row.refused();
        }
        var application = UUID.fromString(context.about("application"));
        var wrong = signPetition.signFromFile(
                ProcessId.fromString(context.about("process")), application, written, context.caller());
        wrong.forEach(each -> row.breach(column(each.member()), each.code(), "law", context.about("law")));
        return wrong.isEmpty() ? new RowOutcome.Accepted(application.toString()) : row.refused();
    }

    @Override
    public void finish(ImportContext context) {
        signPetition.fileIsOver(
                ProcessId.fromString(context.about("process")), UUID.fromString(context.about("application")));
    }

    private static IdentityDocument.Kind kind(String text) {
        return text.equalsIgnoreCase("CE")
                ? IdentityDocument.Kind.FOREIGN_CARD
                : IdentityDocument.Kind.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static String column(String member) {
        return switch (member) {
            case "documentNumber" -> "document_number";
            default -> member;
        };
    }
}
