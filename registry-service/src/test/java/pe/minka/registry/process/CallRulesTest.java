package pe.minka.registry.process;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CallRulesTest {

    private static final LocalDate IN_2005 = LocalDate.of(2005, 3, 1);

    private final Regulation villaElSalvador = new Regulation(Ordinances.document("villa-el-salvador-2001.v1"));

    @Test
    @Tag("VES-43")
    void a_call_without_a_technical_team_named_by_act_is_refused() {
        var since2004 = new Regulation(Ordinances.document("villa-el-salvador-2001.v2"));
        assertThat(CallRules.missing(call(IN_2005, "ENTITY"), since2004, 0))
                .extracting(missing -> missing.requirement().requires())
                .containsExactly("TECHNICAL_TEAM_CONSTITUTED");
        assertThat(CallRules.missing(call(IN_2005, "ENTITY"), since2004, 1)).isEmpty();
    }

    @Test
    @Tag("VES-23")
    void a_call_before_the_ordinance_is_in_force_is_refused() {
        assertThat(CallRules.missing(call(LocalDate.of(2001, 6, 14), "ENTITY"), villaElSalvador, 1))
                .extracting(missing -> missing.requirement().requires())
                .containsExactly("ORDINANCE_IN_FORCE");
    }

    @Test
    void a_process_led_by_a_consultant_still_needs_a_responsible_unit_of_the_entity() {
        var withoutUnits = Ordinances.document("coyllurqui-2016.v1");
        withoutUnits
                .path("phases")
                .forEach(phase -> ((com.fasterxml.jackson.databind.node.ObjectNode) phase).remove("responsibleUnit"));
        var regulation = new Regulation(withoutUnits);

        assertThat(CallRules.missing(call(LocalDate.of(2016, 3, 21), "ENTITY"), regulation, 0))
                .isEmpty();
        assertThat(CallRules.missing(call(LocalDate.of(2016, 3, 21), "CONSULTANT"), regulation, 0))
                .extracting(missing -> missing.requirement().requires())
                .containsExactly("RESPONSIBLE_UNIT_NAMED");
    }

    @Test
    void a_channel_named_twice_is_one_channel_of_the_call() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        document.withObject("/call").put("minimumChannels", 2);
        var regulation = new Regulation(document);

        assertThat(CallRules.missing(call("Radio Surphuy", "radio surphuy "), regulation, 1))
                .extracting(missing -> missing.requirement().requires(), Missing::found)
                .containsExactly(tuple("CALL_PUBLISHED", 1));
        assertThat(CallRules.missing(call("Radio Surphuy", "Carta"), regulation, 1))
                .isEmpty();
    }

    private static Call call(String... channels) {
        return call(LocalDate.of(2016, 3, 21), "ENTITY", List.of(channels));
    }

    private static Call call(LocalDate on, String ledBy) {
        return call(on, ledBy, List.of());
    }

    private static Call call(LocalDate on, String ledBy, List<String> channels) {
        return new Call(
                ProcessId.random(),
                new EntityCode("301291"),
                new Ubigeo("150142"),
                "DISTRICT",
                new FiscalYear(2003),
                "Presupuesto participativo",
                on,
                ledBy,
                channels,
                Map.of());
    }
}
