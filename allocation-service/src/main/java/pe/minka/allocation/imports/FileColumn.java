package pe.minka.allocation.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a file, by its name here and by those it has in the files of the ministry. */
enum FileColumn {
    FISCAL_YEAR("fiscal_year", "ano_eje", "anio"),
    ENTITY("entity", "sec_ejec"),
    CODE("unique_investment_code", "cui", "codigo_unico", "producto_proyecto"),
    LINE("line", "rubro"),
    SPENDING_CLASS("spending_class"),
    TITLE("title", "municipality", "producto_proyecto_nombre", "nombre"),
    PIA("pia", "monto_pia"),
    PIM("pim", "monto_pim"),
    CERTIFIED("certified", "monto_certificado"),
    ANNUAL_COMMITMENT("annual_commitment", "monto_comprometido_anual"),
    MONTHLY_COMMITMENT("monthly_commitment", "monto_comprometido"),
    ACCRUED("accrued", "monto_devengado"),
    DISBURSED("disbursed", "monto_girado"),
    PROGRAMMED("programmed", "monto_programado");

    /** Those that hold money, in the order in which money goes through them. */
    static final List<FileColumn> AMOUNTS =
            List.of(PIA, PIM, CERTIFIED, ANNUAL_COMMITMENT, MONTHLY_COMMITMENT, ACCRUED, DISBURSED, PROGRAMMED);

    private final List<String> names;

    FileColumn(String... names) {
        this.names = List.of(names);
    }

    String word() {
        return names.get(0);
    }

    /** Capitals and blanks around a name do not count. */
    static Optional<FileColumn> called(String header) {
        var name = header.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(name))
                .findFirst();
    }

    static Stream<FileColumn> all() {
        return Arrays.stream(values());
    }
}
