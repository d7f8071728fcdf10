package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import pe.minka.registry.agent.SupportersList.Written;
import pe.minka.registry.agent.SupportersList.Wrong;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class SupportersListTest {

    @Test
    void each_row_that_breaks_a_rule_is_named_with_it_and_the_others_count() {
        var list = SupportersList.read(List.of(
                row("17801146"),
                row("1780114"),
                row("45678922"),
                new Written(IdentityDocument.Kind.FOREIGN_CARD, "001234567", "Ana Silva", "Jr. Lima 1", true),
                new Written(IdentityDocument.Kind.DNI, "40178683", " ", "", false),
                row("178 01146")));

        assertThat(list.wrongWith(List.of()))
                .containsExactly(
                        new Wrong(2, "documentNumber", "document-leading-zero-lost"),
                        new Wrong(5, "names", "missing-value"),
                        new Wrong(5, "address", "missing-value"),
                        new Wrong(5, "signed", "supporter-unsigned"),
                        new Wrong(6, "documentNumber", "supporter-twice"));
        assertThat(list.sound()).extracting(Supporters.Signed::row).containsExactly(1, 3, 4);
    }

    @Test
    void one_who_signed_for_another_is_told_from_one_who_stands_twice_on_the_list() {
        var list = SupportersList.read(List.of(row("17801146"), row("4017868"), row("40178683")));

        assertThat(list.wrongWith(List.of(new Supporters.Doubled(1, true), new Supporters.Doubled(3, false))))
                .extracting(Wrong::row, Wrong::code)
                .containsExactly(
                        tuple(1, "supporter-elsewhere"),
                        tuple(2, "document-leading-zero-lost"),
                        tuple(3, "supporter-twice"));
    }

    private static Written row(String document) {
        return new Written(IdentityDocument.Kind.DNI, document, "Rosa Quispe", "Jr. Cusco 120", true);
    }
}
