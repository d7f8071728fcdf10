package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.ImportContext;
import pe.minka.platform.runtime.imports.Row;
import pe.minka.platform.runtime.imports.RowImporter;
import pe.minka.platform.runtime.imports.RowOutcome;
import pe.minka.registry.agent.AccreditAgent.Candidate;
import pe.minka.registry.agent.AccreditAgent.Outcome;
import pe.minka.registry.organisation.GovernmentLevel;
import pe.minka.registry.organisation.KnownOrganisation;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.OrganisationScope;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.WriteBehind;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes in a roll row by row: registers the organisation where it is new, and accredits the agent. */
@ApplicationScoped
class RollImporter implements RowImporter {

    static final String KIND = "roll";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final DateTimeFormatter PERUVIAN_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final AccreditAgent accreditAgent;
    private final People people;
    private final Agents agents;
    private final Organisations organisations;
    private final Processes processes;
    private final WriteBehind later;

    RollImporter(
            AccreditAgent accreditAgent,
            People people,
            Agents agents,
            Organisations organisations,
            Processes processes,
            WriteBehind later) {
        this.accreditAgent = accreditAgent;
        this.people = people;
        this.agents = agents;
        this.organisations = organisations;
        this.processes = processes;
        this.later = later;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("organisation"),
                Column.optional("organisation_kind"),
                Column.optional("document_kind"),
                Column.required("document_number"),
                Column.required("names"),
                Column.required("sex"),
                Column.optional("birth_date"),
                Column.optional("language"),
                Column.optional("zone"),
                Column.optional("role"),
                Column.optional("founded_on"),
                Column.optional("supporters"),
                Column.optional("contact"),
                Column.optional("phone"),
                Column.optional("email"),
                Column.optional("address"),
                Column.optional("position"),
                Column.optional("education_level"),
                Column.optional("organisation_scope"),
                Column.optional("government_level"),
                Column.optional("registry_entry"),
                Column.optional("members"),
                Column.optional("legal_representative"));
    }

    @Override
    public int batch() {
        return 500;
    }

    @Override
    public void prepare(List<Row> rows, ImportContext context) {
        later.nextBatch();
        var process = process(context);
        agents.lookUp(
                process.id(),
                people.lookUp(
                        process.entity(),
                        rows.stream().flatMap(RollImporter::document).toList()),
                organisations.lookUp(
                        process.entity(),
                        rows.stream()
                                .flatMap(row -> row.optional("organisation").stream())
                                .toList()));
    }

    private static Stream<IdentityDocument> document(Row row) {
        try {
            var kind = row.optional("document_kind").map(RollImporter::documentKind);
            return row
                    .optional("document_number")
                    .map(number -> IdentityDocument.of(kind.orElse(IdentityDocument.Kind.DNI), number))
                    .stream();
        } catch (IllegalArgumentException unreadable) {
            return Stream.empty();
        }
    }

    private CalledProcess process(ImportContext context) {
        return later.once(
                context.about("process"),
                () -> processes.getForAddition(ProcessId.fromString(context.about("process"))));
    }

    @Override
    public RowOutcome take(Row row, ImportContext context) {
        later.begin();
        var process = process(context);
        var sex = row.read("sex", RollImporter::sex);
        var role = Objects.requireNonNullElse(row.readOptional("role", RollImporter::role), AgentRole.PRINCIPAL);
        var document = Objects.requireNonNullElse(
                row.readOptional("document_kind", RollImporter::documentKind), IdentityDocument.Kind.DNI);
        var number = row.required("document_number");
        var names = row.required("names");
        var birth = row.readOptional("birth_date", RollImporter::date);
        var supporters = Objects.requireNonNullElse(row.readOptional("supporters", Integer::valueOf), 0);
        var language = row.optional("language").orElse("es").toLowerCase(Locale.ROOT);
        if (!LANGUAGE.matcher(language).matches()) {
            row.breach("language", "unreadable-value");
        }
        var education = row.readOptional("education_level", text -> EducationLevel.valueOf(code(text)));
        if (!row.sound() || sex == null) {
            return row.refused();
        }
        var organisation = organisation(row, process);
        if (!row.sound()) {
            return row.refused();
        }
        return outcome(
                row,
                accreditAgent.accredit(
                        process,
                        new Candidate(
                                role,
                                organisation.orElse(null),
                                document,
                                number,
                                names,
                                sex,
                                birth,
                                row.optional("contact").orElse(null),
                                language,
                                row.optional("zone").orElse(null),
                                Set.of(),
                                supporters,
                                false,
                                null,
                                new Particulars(
                                        row.optional("phone").orElse(null),
                                        row.optional("email").orElse(null),
                                        row.optional("address").orElse(null),
                                        row.optional("position").orElse(null),
                                        education)),
                        context.caller()));
    }

    private Optional<KnownOrganisation> organisation(Row row, CalledProcess process) {
        var name = row.optional("organisation");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var kind = row.readOptional("organisation_kind", RollImporter::organisationKind);
        var known = organisations.named(process.entity(), name.get());
        if (known.isPresent()) {
            if (kind != null && known.get().kind() != kind) {
                row.breach(
                        "organisation_kind",
                        "organisation-kind-differs",
                        "known",
                        known.get().kind());
            }
            return known;
        }
        if (kind == null) {
            row.breach("organisation_kind", "organisation-kind-missing");
            return Optional.empty();
        }
        var founded = row.readOptional("founded_on", RollImporter::date);
        var members = row.readOptional("members", RollImporter::members);
        var level = row.readOptional("government_level", text -> GovernmentLevel.valueOf(code(text)));
        var scope = row.readOptional("organisation_scope", text -> OrganisationScope.valueOf(code(text)));
        if (!row.sound()) {
            return Optional.empty();
        }
        var statement = new Organisations.Statement(
                name.get(),
                kind,
                row.optional("zone").orElse(null),
                founded,
                row.optional("registry_entry").orElse(null),
                null,
                members,
                scope,
                level,
                row.optional("legal_representative").orElse(null));
        return organisations
                .register(process.entity(), statement)
                .or(() -> organisations.named(process.entity(), name.get()));
    }

    private static RowOutcome outcome(Row row, Outcome outcome) {
        if (outcome instanceof Outcome.Accredited accredited) {
            return new RowOutcome.Accepted(accredited.agent().agent().toString());
        }
        ((Outcome.Refused) outcome)
                .unmet()
                .forEach(unmet -> row.breach(
                        column(unmet.pointer()), unmet.code(), "expected", unmet.expected(), "law", unmet.law()));
        return row.refused();
    }

    private static String column(String pointer) {
        return switch (pointer) {
            case "/documentNumber" -> "document_number";
            case "/documentKind" -> "document_kind";
            case "/birthDate" -> "birth_date";
            case "/organisation" -> "organisation";
            case "/sex" -> "sex";
            case "/supporters" -> "supporters";
            default -> "";
        };
    }

    private static Sex sex(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "F", "FEMALE", "MUJER", "FEMENINO" -> Sex.FEMALE;
            case "M", "MALE", "VARON", "VARÓN", "HOMBRE", "MASCULINO" -> Sex.MALE;
            default -> throw new IllegalArgumentException("sex");
        };
    }

    private static AgentRole role(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TITULAR" -> AgentRole.PRINCIPAL;
            case "SUPLENTE", "ALTERNO" -> AgentRole.ALTERNATE;
            default -> AgentRole.valueOf(code(text));
        };
    }

    private static IdentityDocument.Kind documentKind(String text) {
        return text.equalsIgnoreCase("CE")
                ? IdentityDocument.Kind.FOREIGN_CARD
                : IdentityDocument.Kind.valueOf(code(text));
    }

    private static OrganisationKind organisationKind(String text) {
        return OrganisationKind.valueOf(code(text));
    }

    private static Integer members(String text) {
        int members = Integer.parseInt(text);
        if (members < 0) {
            throw new IllegalArgumentException("members");
        }
        return members;
    }

    private static LocalDate date(String text) {
        return text.contains("/") ? LocalDate.parse(text, PERUVIAN_DATE) : LocalDate.parse(text);
    }

    private static String code(String text) {
        return text.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
