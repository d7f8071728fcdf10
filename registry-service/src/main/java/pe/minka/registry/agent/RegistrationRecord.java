package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.registry.organisation.GovernmentLevel;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.organisation.OrganisationScope;
import pe.minka.registry.organisation.Sector;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the registration record as the forms of Callao (annex 4), Huancavelica and Ica (form 2) ask for it: the
 * principal, the organisation, and the same of the alternate. What is not known stays empty and is named.
 */
record RegistrationRecord(
        Person principal,
        @Nullable Organisation organisation,
        @Nullable Person alternate,
        String province,
        String district,
        LocalDate on) {

    private static final List<String> OF_A_PERSON = List.of(
            "nombres",
            "tipo_documento",
            "numero_documento",
            "sexo",
            "fecha_nacimiento",
            "telefono",
            "correo",
            "direccion",
            "cargo");
    private static final List<String> OF_THE_ORGANISATION = List.of(
            "organizacion",
            "tipo",
            "ambito",
            "numero_miembros",
            "anios_vida",
            "partida_registral",
            "representante_legal");
    private static final List<String> AFTER_IT = List.of("grado_instruccion", "pp_anteriores");
    private static final String ALTERNATES = "suplente_";

    static final List<String> COLUMNS = Stream.of(
                    OF_A_PERSON.stream(),
                    OF_THE_ORGANISATION.stream(),
                    AFTER_IT.stream(),
                    Stream.of("provincia", "distrito"),
                    OF_A_PERSON.stream().map(ALTERNATES::concat),
                    AFTER_IT.stream().map(ALTERNATES::concat),
                    Stream.of("faltan"))
            .flatMap(each -> each)
            .toList();

    private static final Pattern TELEPHONE = Pattern.compile("[\\d\\s()+/-]{6,}");
    /** A spreadsheet takes what begins with these for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-].*", Pattern.DOTALL);

    /** @param earlier years before this one in which the person was a principal on a roll of the same entity */
    record Person(PersonalRecord known, Sex sex, int earlier) {}

    /** What the record says of the organisation. */
    record Organisation(
            String name,
            OrganisationKind kind,
            @Nullable GovernmentLevel level,
            @Nullable OrganisationScope scope,
            @Nullable Integer members,
            @Nullable LocalDate foundedOn,
            @Nullable String registryEntry,
            @Nullable String legalRepresentative) {}

    /** In the order of {@link #COLUMNS}; the last one names the columns that are empty. */
    List<String> fields() {
        var fields = new ArrayList<String>();
        person(principal, fields);
        organisation(fields);
        afterIt(principal, fields);
        fields.add(province);
        fields.add(district);
        if (alternate == null) {
            COLUMNS.stream().filter(column -> column.startsWith(ALTERNATES)).forEach(column -> fields.add(""));
        } else {
            person(alternate, fields);
            afterIt(alternate, fields);
        }
        fields.add(missing(fields));
        return fields;
    }

    /** The same for a spreadsheet, which shall take no field for a formula. */
    List<String> plainFields() {
        return fields().stream()
                .map(field -> FORMULA.matcher(field).matches() ? "'" + field : field)
                .toList();
    }

    private static void person(Person person, List<String> fields) {
        var known = person.known();
        var told = known.particulars();
        var contact = Objects.requireNonNullElse(known.contact(), "");
        boolean mail = contact.contains("@");
        boolean telephone = TELEPHONE.matcher(contact).matches();
        fields.add(known.names());
        fields.add(known.document().kind().name());
        fields.add(known.document().number());
        fields.add(person.sex() == Sex.FEMALE ? "F" : "M");
        fields.add(text(known.birthDate()));
        fields.add(Objects.requireNonNullElse(told.phone(), telephone ? contact : ""));
        fields.add(Objects.requireNonNullElse(told.email(), mail ? contact : ""));
        fields.add(Objects.requireNonNullElse(told.address(), mail || telephone ? "" : contact));
        fields.add(text(told.position()));
    }

    private static void afterIt(Person person, List<String> fields) {
        var education = person.known().particulars().educationLevel();
        fields.add(education == null ? "" : education.onForms());
        fields.add(String.valueOf(person.earlier()));
    }

    private void organisation(List<String> fields) {
        if (organisation == null) {
            fields.addAll(List.of("", "OTRO", "", "", "", "", ""));
            return;
        }
        fields.add(organisation.name());
        fields.add(type(organisation.kind(), organisation.level()));
        fields.add(scope(organisation.scope()));
        fields.add(text(organisation.members()));
        fields.add(
                organisation.foundedOn() == null
                        ? ""
                        : String.valueOf(ChronoUnit.YEARS.between(organisation.foundedOn(), on)));
        fields.add(text(organisation.registryEntry()));
        fields.add(text(organisation.legalRepresentative()));
    }

    /** GR, GL, GN, organised, unorganised or other, as the forms have it. */
    private static String type(OrganisationKind kind, @Nullable GovernmentLevel level) {
        if (level != null && kind.sector() == Sector.STATE) {
            return switch (level) {
                case NATIONAL -> "GN";
                case REGIONAL -> "GR";
                case LOCAL -> "GL";
            };
        }
        return switch (kind.name()) {
            case "MUNICIPALITY" -> "GL";
            case "STATE_BODY" -> "GN";
            case "UNORGANISED_CITIZENS" -> "NO ORGANIZADA";
            case "OTHER" -> "OTRO";
            default -> "ORGANIZADA";
        };
    }

    private static String scope(@Nullable OrganisationScope scope) {
        if (scope == null) {
            return "";
        }
        return switch (scope) {
            case DEPARTMENTAL -> "DEPARTAMENTAL";
            case PROVINCIAL -> "PROVINCIAL";
            case DISTRICT -> "DISTRITAL";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String missing(List<String> fields) {
        var missing = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            boolean ofNobody = alternate == null && COLUMNS.get(i).startsWith(ALTERNATES);
            if (fields.get(i).isEmpty() && !ofNobody) {
                missing.add(COLUMNS.get(i));
            }
        }
        return String.join(" ", missing);
    }

    /** The same with its names, for JSON lines. */
    Map<String, String> named() {
        var named = new LinkedHashMap<String, String>();
        var fields = fields();
        for (int i = 0; i < fields.size(); i++) {
            named.put(COLUMNS.get(i), fields.get(i));
        }
        return named;
    }

    @Override
    public String toString() {
        return "registration record";
    }
}
