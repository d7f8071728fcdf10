package pe.minka.registry.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.organisation.OrganisationKind;
import pe.minka.registry.regulation.Admission;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionRulesTest {

    private static final LocalDate ON = LocalDate.of(2016, 3, 28);
    private static final Admission COYLLURQUI = Ordinances.coyllurqui().admission();

    @Test
    @Tag("NAT-04")
    void each_requirement_that_is_not_met_is_named_with_its_article() {
        var unmet = AdmissionRules.unmet(
                application("1234567", LocalDate.of(2000, 1, 1), OrganisationKind.BUSINESS, null, 0), COYLLURQUI, ON);

        assertThat(unmet)
                .extracting(Unmet::code)
                .containsExactly("document-leading-zero-lost", "too-young", "organisation-kind-not-called");
        assertThat(unmet).allSatisfy(one -> assertThat(one.law()).contains("001-2016-MDC-PC/RA"));
    }

    @Test
    void nothing_is_asked_that_the_ordinance_does_not_ask() {
        var bare = application("17801146", null, OrganisationKind.PEASANT_COMMUNITY, null, 0);

        assertThat(AdmissionRules.unmet(bare, COYLLURQUI, ON)).isEmpty();
    }

    @Test
    void seniority_is_asked_of_the_organisation_where_the_ordinance_asks_it() {
        var sixMonths = changed("seniorityMonths", 6);

        assertThat(AdmissionRules.unmet(founded(ON.minusMonths(6)), sixMonths, ON))
                .isEmpty();
        assertThat(AdmissionRules.unmet(founded(ON.minusMonths(6).plusDays(1)), sixMonths, ON))
                .extracting(Unmet::code)
                .containsExactly("organisation-too-young");
    }

    @Test
    void citizens_without_organisation_come_in_with_enough_supporters() {
        var villaElSalvador = new Regulation(Ordinances.document("villa-el-salvador-2001.v1")).admission();

        assertThat(AdmissionRules.unmet(unorganised(9), villaElSalvador, ON))
                .extracting(Unmet::code)
                .containsExactly("too-few-supporters");
        assertThat(AdmissionRules.unmet(unorganised(10), villaElSalvador, ON)).isEmpty();
    }

    @Test
    void where_a_part_of_the_adults_is_asked_and_nobody_knows_them_nobody_comes_in() {
        var share = changedSupporters("supportersPercentOfAdults", "0.02");

        assertThat(AdmissionRules.unmet(unorganised(10_000), share, ON))
                .containsExactly(new Unmet(
                        "/supporters", "adults-unknown", "0.02", "DS 142-2009-EF, primera disposición final"));
    }

    @Test
    void an_official_needs_no_organisation() {
        var councillor = new Application(
                AgentRole.OFFICIAL,
                IdentityDocument.Kind.DNI,
                "17801146",
                LocalDate.of(1970, 5, 5),
                OrganisationKind.BUSINESS,
                null,
                Set.of(),
                0,
                null);

        assertThat(AdmissionRules.unmet(councillor, COYLLURQUI, ON)).isEmpty();
    }

    private static Application founded(LocalDate day) {
        return application("17801146", null, OrganisationKind.PEASANT_COMMUNITY, day, 0);
    }

    private static Application unorganised(int supporters) {
        return application("17801146", null, OrganisationKind.UNORGANISED_CITIZENS, null, supporters);
    }

    private static Application application(
            String document,
            @Nullable LocalDate birth,
            OrganisationKind kind,
            @Nullable LocalDate founded,
            int supporters) {
        return new Application(
                AgentRole.PRINCIPAL,
                IdentityDocument.Kind.DNI,
                document,
                birth,
                kind,
                founded,
                Set.of(),
                supporters,
                null);
    }

    private static Admission changed(String member, int value) {
        var document = Ordinances.document("coyllurqui-2016.v1");
        ((ObjectNode) document.path("accreditation")).put(member, value);
        return new Regulation(document).admission();
    }

    private static Admission changedSupporters(String member, String value) {
        var document = Ordinances.document("coyllurqui-2016.v1");
        ((ObjectNode) document.at("/accreditation/unorganisedCitizens")).put(member, value);
        return new Regulation(document).admission();
    }
}
