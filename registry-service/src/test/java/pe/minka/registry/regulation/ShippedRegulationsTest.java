package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedRegulationsTest {

    private final RegulationSchema schema = new RegulationSchema();

    static Stream<Path> files() {
        return Ordinances.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_document_has_the_form_of_the_schema_and_its_parts_fit_together(Path file) throws IOException {
        var document = RegulationText.tree(Files.readString(file));

        assertThat(schema.faults(document)).isEmpty();
        assertThat(Coherence.faults(document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_local_document_stays_within_the_norm_it_is_based_on(Path file) throws IOException {
        var local = (ObjectNode) RegulationText.tree(Files.readString(file));
        var from = LocalDate.parse(local.path("effectiveFrom").asText());
        var norm = Stream.of("national-2003.v1", "national-2009.v1", "national-2009.v2", "national-2009.v3")
                .map(Ordinances::document)
                .filter(candidate -> candidate
                        .path("identifier")
                        .asText()
                        .equals(local.path("basedOn").asText()))
                .filter(candidate -> new Regulation(candidate).inForceOn(from))
                .findFirst();

        assertThat(norm.isPresent()).isEqualTo(!local.path("basedOn").asText().equals("none"));
        norm.ifPresent(found -> {
            var effective = Defaults.fill(local, found);
            assertThat(NationalLimits.broken(effective, found)).isEmpty();
            assertThat(schema.faults(effective)).isEmpty();
            assertThat(Coherence.faults(effective)).isEmpty();
        });
    }

    @Test
    @Tag("NAT-30")
    void the_norm_in_force_is_told_by_the_date() {
        var first = new Regulation(Ordinances.document("national-2003.v1"));
        var second = new Regulation(Ordinances.document("national-2009.v1"));
        var amended = new Regulation(Ordinances.document("national-2009.v2"));
        var multiAnnual = new Regulation(Ordinances.document("national-2009.v3"));

        assertThat(first.inForceOn(LocalDate.of(2009, 6, 23))).isTrue();
        assertThat(second.inForceOn(LocalDate.of(2009, 6, 23))).isFalse();
        assertThat(second.inForceOn(LocalDate.of(2009, 6, 24))).isTrue();
        assertThat(amended.inForceOn(LocalDate.of(2010, 6, 22))).isFalse();
        assertThat(amended.inForceOn(LocalDate.of(2010, 6, 23))).isTrue();
        assertThat(multiAnnual.inForceOn(LocalDate.of(2020, 5, 9))).isFalse();
        assertThat(multiAnnual.inForceOn(LocalDate.of(2020, 5, 10))).isTrue();
    }

    @Test
    void the_ordinance_of_coyllurqui_keeps_its_own_rules_and_takes_the_rest_from_the_norm() {
        var effective = Ordinances.coyllurqui().document();

        assertThat(effective.at("/share/percent").asText()).isEqualTo("100");
        assertThat(effective.at("/horizon/years").asInt()).isEqualTo(3);
        assertThat(effective.at("/committees/VIGILANCE/members").asInt()).isEqualTo(5);
        assertThat(effective.at("/coordination/chain/0").asText())
                .as("not in the ordinance")
                .isEqualTo("DISTRICT");
        assertThat(effective.has("limits")).isFalse();
        assertThat(effective.path("basedOnVersion").asInt()).isEqualTo(2);
    }

    @Test
    void a_region_takes_the_norms_rules_for_regions() {
        var region = Defaults.general(Ordinances.document("national-2009.v3"), "REGION");

        assertThat(region.at("/proposals/minimumCost/amount").asText()).isEqualTo("3000000.00");
        assertThat(region.at("/approvals/2/approval").asText()).isEqualTo("REGIONAL_COUNCIL");
        assertThat(region.has("byLevel")).isFalse();
    }
}
