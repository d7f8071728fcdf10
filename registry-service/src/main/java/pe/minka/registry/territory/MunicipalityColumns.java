package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.imports.Column;
import pe.minka.platform.runtime.imports.Row;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** How a line of the list of municipalities is read; each value that cannot be is named by its column. */
final class MunicipalityColumns {

    static final List<Column> COLUMNS = List.of(
            Column.required("entity"),
            Column.required("kind"),
            Column.required("name"),
            Column.required("ubigeo"),
            Column.required("region"),
            Column.required("province"),
            Column.required("district"),
            Column.required("capital"),
            Column.optional("reniec"),
            Column.required("population"),
            Column.required("altitude"),
            Column.optional("poverty_percent"),
            Column.optional("valid_from"),
            Column.optional("valid_until"));

    private static final int DIGITS = 6;
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{1,5}(\\.0)?");
    private static final DateTimeFormatter PERUVIAN_DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private MunicipalityColumns() {}

    /** Null, and each breach noted, where something is missing or cannot be read. */
    static @Nullable Municipality read(Row row) {
        var entity = code(row, "entity", row.required("entity"));
        var kind = row.read("kind", text -> EntityKind.valueOf(text.toUpperCase(Locale.ROOT)));
        var name = row.required("name");
        var ubigeo = code(row, "ubigeo", row.required("ubigeo"));
        var region = row.required("region");
        var province = row.required("province");
        var district = row.required("district");
        var capital = row.required("capital");
        var reniec = code(row, "reniec", row.optional("reniec").orElse(""));
        var population = row.read("population", ListNumbers::count);
        var altitude = row.read("altitude", ListNumbers::metres);
        var poverty = row.readOptional("poverty_percent", ListNumbers::percent);
        var from = row.readOptional("valid_from", MunicipalityColumns::date);
        var until = row.readOptional("valid_until", MunicipalityColumns::date);
        if (from != null && until != null && until.isBefore(from)) {
            row.breach("valid_until", "ends-before-it-begins", "expected", from);
        }
        if (!row.sound()) {
            return null;
        }
        return new Municipality(
                new EntityCode(Objects.requireNonNull(entity)),
                Objects.requireNonNull(kind),
                name,
                new Ubigeo(Objects.requireNonNull(ubigeo)),
                region,
                province,
                district,
                capital,
                reniec,
                Objects.requireNonNull(population),
                Objects.requireNonNull(altitude),
                poverty,
                from,
                until);
    }

    /** Spreadsheets make a number of a code: its leading zeros are gone. */
    private static @Nullable String code(Row row, String column, String text) {
        if (CODE.matcher(text).matches()) {
            return text;
        }
        if (SHORT_CODE.matcher(text).matches()) {
            row.breach(column, "code-leading-zero-lost", "digits", DIGITS);
        } else if (!text.isEmpty()) {
            row.breach(column, "unreadable-value");
        }
        return null;
    }

    private static LocalDate date(String text) {
        return text.contains("/") ? LocalDate.parse(text, PERUVIAN_DATE) : LocalDate.parse(text);
    }
}
