package pe.minka.allocation.imports;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.EntityCode;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

class FileLineTest {

    private static final FileHeader EXECUTION = new FileHeader(
            FileKind.EXECUTION,
            List.of(
                    "ANO_EJE",
                    " sec_ejec",
                    "progress_pct",
                    "monto_pia",
                    "monto_pim",
                    "certified",
                    "accrued",
                    "disbursed"),
            true);

    @Test
    void a_line_below_its_opening_budget_with_phases_out_of_order_is_kept_and_flagged_at_its_columns() {
        var line = execution("2024", "300008", "26,4", "100", "99,99", "100.00", "120", "120");

        assertThat(line.sound()).isTrue();
        assertThat(line.amount(FileColumn.PIM)).isEqualTo(9_999);
        assertThat(line.amount(FileColumn.ANNUAL_COMMITMENT)).isNull();
        assertThat(line.flags())
                .extracting(Notice::column, Notice::position, Notice::code)
                .containsExactly(
                        tuple("monto_pim", 5, "pim-below-pia"),
                        tuple("certified", 6, "phase-over-earlier"),
                        tuple("accrued", 7, "phase-over-earlier"));
    }

    @Test
    void negative_fractional_grouped_and_exponential_centimos_are_refused_never_rounded() {
        for (var wrong : List.of("-1", "1.005", "1,234.00", "1e3", "NaN", "99999999999999999999", "01", " ")) {
            var line = execution("2024", "300008", "", wrong, "1", "1", "1", "1");

            assertThat(line.breaches())
                    .as(wrong)
                    .extracting(Notice::column, Notice::position)
                    .containsExactly(tuple("monto_pia", 4));
        }
        assertThat(execution("2024", "300008", "", "0", "9999999999999", "", "0.1", "")
                        .breaches())
                .isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_line_is_told_at_once() {
        var line = execution("24", "3008", "", "x", "", "1", "1", "1");

        assertThat(line.breaches())
                .extracting(Notice::column, Notice::code)
                .containsExactly(
                        tuple("ANO_EJE", "unreadable-value"),
                        tuple("sec_ejec", "unreadable-value"),
                        tuple("monto_pia", "unreadable-value"),
                        tuple("monto_pim", "missing-value"));
        assertThat(execution("2024").breaches())
                .extracting(Notice::code, each -> each.values().get("expected"))
                .containsExactly(tuple("wrong-field-count", "8"));
    }

    @Test
    void a_line_of_another_entity_or_of_an_unknown_rubro_is_refused_and_an_investment_without_code_is_flagged() {
        var header = new FileHeader(
                FileKind.BUDGET_LINES,
                List.of("fiscal_year", "entity", "cui", "rubro", "spending_class", "pia"),
                false);
        var owner = new EntityCode("300305");

        assertThat(FileLine.read(header, List.of("2024", "300306", "", "99", "INVESTMENT", "1"), owner, "18"::equals)
                        .breaches())
                .extracting(Notice::code)
                .containsExactly("row-of-other-entity", "unknown-funding-line");
        var kept = FileLine.read(header, List.of("2024", "", "", "18", "INVESTMENT", "1"), owner, "18"::equals);
        assertThat(kept.entity()).isEqualTo("300305");
        assertThat(kept.flags()).extracting(Notice::code).containsExactly("investment-without-code");
    }

    @Test
    void a_file_without_a_column_it_needs_or_with_one_twice_is_refused_as_a_whole() {
        assertThatThrownBy(() -> new FileHeader(FileKind.EXECUTION, List.of("fiscal_year", "pia", "accrued"), false))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("missing-column");
        assertThatThrownBy(() -> new FileHeader(FileKind.EXECUTION, List.of("pia", "monto_pia"), false))
                .hasMessage("repeated-column");
        assertThatThrownBy(
                        () -> new FileHeader(FileKind.EXECUTION, List.of("fiscal_year", "pia", "pim", "accrued"), true))
                .hasMessage("missing-column");
        assertThat(EXECUTION.ignored()).containsExactly("progress_pct");
    }

    private static FileLine execution(String... fields) {
        return FileLine.read(EXECUTION, List.of(fields), null, line -> true);
    }
}
