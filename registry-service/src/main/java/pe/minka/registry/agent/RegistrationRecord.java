package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.registry.organisation.OrganisationKind;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of the registration record as the forms of Callao (annex 4), Huancavelica and Ica (form 2) ask for it: the
 * principal, the organisation, the alternate. What is not known stays empty and is named.
 *
 * @param earlier processes of the same entity in which the person was an agent
 */
record RegistrationRecord(
        PersonalRecord principal,
        Sex sex,
        @Nullable Organisation organisation,
        int earlier,
        @Nullable PersonalRecord alternate,
        @Nullable Sex alternateSex,
        String province,
        String district,
        LocalDate on) {

    static final List<String> COLUMNS = List.of(
            "nombres",
            "tipo_documento",
            "numero_documento",
            "sexo",
            "fecha_nacimiento",
            "telefono",
            "correo",
            "direccion",
            "cargo",
            "organizacion",
            "tipo",
            "ambito",
            "numero_miembros",
            "anios_vida",
            "partida_registral",
            "representante_legal",
            "grado_instruccion",
            "pp_anteriores",
            "provincia",
            "distrito",
            "suplente_nombres",
            "suplente_tipo_documento",
            "suplente_numero_documento",
            "suplente_sexo",
            "suplente_fecha_nacimiento",
            "faltan");

    /** Asked for by the forms and taken down nowhere. */
    private static final String NOT_KEPT = "";

    /** What the record says of the organisation. */
    record Organisation(
            String name,
            OrganisationKind kind,
            @Nullable String zone,
            @Nullable Integer members,
            @Nullable LocalDate foundedOn,
            @Nullable String registryEntry) {}

    /** In the order of {@link #COLUMNS}; the last one names the columns that are empty. */
    List<String> fields() {
        var fields = new ArrayList<String>();
        person(principal, sex, fields);
        fields.add(contact(principal, false));
        fields.add(contact(principal, true));
        fields.add(NOT_KEPT);
        fields.add(NOT_KEPT);
        organisation(fields);
        fields.add(NOT_KEPT);
        fields.add(NOT_KEPT);
        fields.add(String.valueOf(earlier));
        fields.add(province);
        fields.add(district);
        if (alternate == null) {
            fields.addAll(List.of("", "", "", "", ""));
        } else {
            person(alternate, alternateSex, fields);
        }
        fields.add(missing(fields));
        return fields;
    }

    private static void person(PersonalRecord person, @Nullable Sex sex, List<String> fields) {
        fields.add(person.names());
        fields.add(person.document().kind().name());
        fields.add(person.document().number());
        fields.add(sex == null ? "" : sex == Sex.FEMALE ? "F" : "M");
        fields.add(text(person.birthDate()));
    }

    private static String contact(PersonalRecord person, boolean mail) {
        var contact = Objects.requireNonNullElse(person.contact(), "");
        return contact.contains("@") == mail ? contact : "";
    }

    private void organisation(List<String> fields) {
        if (organisation == null) {
            fields.addAll(List.of("", "OTRO", "", "", "", ""));
            return;
        }
        fields.add(organisation.name());
        fields.add(type(organisation.kind()));
        fields.add(text(organisation.zone()));
        fields.add(text(organisation.members()));
        fields.add(
                organisation.foundedOn() == null
                        ? ""
                        : String.valueOf(ChronoUnit.YEARS.between(organisation.foundedOn(), on)));
        fields.add(text(organisation.registryEntry()));
    }

    /** GL, GN, organised, unorganised or other, as the forms have it. */
    private static String type(OrganisationKind kind) {
        return switch (kind.name()) {
            case "MUNICIPALITY" -> "GL";
            case "STATE_BODY" -> "GN";
            case "UNORGANISED_CITIZENS" -> "NO ORGANIZADA";
            case "OTHER" -> "OTRO";
            default -> "ORGANIZADA";
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String missing(List<String> fields) {
        var missing = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            boolean ofNobody = alternate == null && COLUMNS.get(i).startsWith("suplente_");
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
}
