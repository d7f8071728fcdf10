package pe.minka.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Villa El Salvador's two million soles among its eight sections: population 30 %, unmet basic needs 20 %, tax
 * compliance 50 %. Amount and weights are the case's; the figures of the sections are made up.
 */
public final class VillaElSalvador {

    private static final String ENTITY = "301291";
    private static final String REGISTRAR = "registrar.ves";
    private static final String BUDGET_OFFICER = "budget-officer.ves";

    private final PublicApi api;

    public VillaElSalvador(PublicApi api) {
        this.api = api;
    }

    private record Section(String code, String name, int people, int needs, int payers) {}

    private static final List<Section> SECTIONS = List.of(
            new Section("S1", "Primer sector", 61_204, 18_310, 7_912),
            new Section("S2", "Segundo sector", 58_940, 16_020, 8_455),
            new Section("S3", "Tercer sector", 55_118, 17_644, 6_871),
            new Section("S4", "Cuarto sector", 22_871, 8_903, 2_114),
            new Section("S5", "Pachacámac", 49_337, 12_775, 6_029),
            new Section("S6", "Sexto sector", 41_056, 14_612, 3_377),
            new Section("S7", "Séptimo sector", 37_498, 19_233, 1_842),
            new Section("S8", "Parque Industrial", 23_976, 4_118, 5_006));

    /** @return the distribution, with a part for each section */
    public JsonNode play() {
        publishIndicators();
        return distribute(declareEnvelope(callProcess()));
    }

    private void publishIndicators() {
        var values = new ArrayList<Map<String, String>>();
        for (var section : SECTIONS) {
            values.add(value(section, "POPULATION", "inhabitants", section.people()));
            values.add(value(section, "UNMET_BASIC_NEEDS", "inhabitants", section.needs()));
            values.add(value(section, "TAX_COMPLIANCE", "payers", section.payers()));
        }
        var zones = SECTIONS.stream()
                .map(section -> Map.of("code", section.code(), "name", section.name()))
                .toList();
        api.put("registry", "/v1/entities/" + ENTITY + "/indicators/sections/2001")
                .as(REGISTRAR)
                .json(Map.of(
                        "source", "Padrón municipal 2001 (figuras de demostración)", "zones", zones, "values", values))
                .expectSuccess();
    }

    private static Map<String, String> value(Section section, String indicator, String unit, int value) {
        return Map.of("zone", section.code(), "indicator", indicator, "unit", unit, "value", Integer.toString(value));
    }

    private String callProcess() {
        api.put("registry", "/v1/regulations/villa-el-salvador-2001")
                .as(REGISTRAR)
                .header("If-None-Match", "*")
                .body("application/json", Preparation.resource("villa-el-salvador-2001.v1.json"))
                .send();
        return api.post("registry", "/v1/processes")
                .as(REGISTRAR)
                .json(Map.of(
                        "entity",
                        ENTITY,
                        "fiscalYear",
                        2004,
                        "regulation",
                        "villa-el-salvador-2001",
                        "name",
                        "Presupuesto participativo de Villa El Salvador",
                        "calledOn",
                        "2003-09-01",
                        "channels",
                        List.of("RADIO", "LOUDSPEAKER")))
                .expectSuccess()
                .madeId();
    }

    /** 35 % of S/ 5,714,285.72 is S/ 2,000,000.00 to the centimo. */
    private String declareEnvelope(String process) {
        return api.await(
                        () -> api.post("allocation", "/v1/processes/" + process + "/envelopes")
                                .as(BUDGET_OFFICER)
                                .json(Map.of(
                                        "fiscalYear", 2004,
                                        "investmentBudget", Money.soles("5714285.71"),
                                        "lines", List.of(Map.of("line", "07", "amount", Money.soles("2000000.00"))))),
                        answer -> answer.status() == 201)
                .madeId();
    }

    private JsonNode distribute(String envelope) {
        return api.await(
                        () -> api.post("allocation", "/v1/envelopes/" + envelope + "/distributions")
                                .as(BUDGET_OFFICER)
                                .json(Map.of("scheme", "sections", "year", 2001)),
                        answer -> answer.status() == 201)
                .json();
    }
}
