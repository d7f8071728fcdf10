package pe.minka.transparency.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pe.minka.transparency.Cycle;

import java.util.List;
import java.util.UUID;

/** A process with as much on its page as a real one has. */
final class Showcase {

    private static final List<String> TITLES = List.of(
            "Ampliación del sistema de agua de Pfaco",
            "Mejoramiento del camino vecinal Ñahuinlla – Coyllurqui",
            "Construcción de aulas de la I. E. 50627 de Vilcaro",
            "Puesto de salud de Huancacalla: equipamiento y cerco",
            "Riego tecnificado en la microcuenca de Chuyllullo",
            "Centro de acopio de leche de la asociación de mujeres",
            "Forestación de cabeceras de cuenca",
            "Losa deportiva multiuso en Acpitán");
    private static final long[] AMOUNTS = {480_000, 1_250_000, 960_500, 315_200, 742_000, 128_750, 96_300, 84_000};
    private static final int[] VOTES = {214, 198, 187, 163, 141, 122, 97, 58};

    private Showcase() {}

    static Cycle rich() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called", "roll-published");
        cycle.tell("registry", "phase-opened", event -> event.put("phase", "PREPARATION"))
                .tell("registry", "phase-closed")
                .tell("registry", "phase-opened", event -> event.put("phase", "CONCERTATION"))
                .tell(
                        "registry",
                        "phase-closed",
                        event -> event.put("phase", "CONCERTATION").put("at", "2016-04-30T22:00:00Z"))
                .tell("registry", "phase-opened", event -> event.put("phase", "COORDINATION"))
                .tell("registry", "body-constituted");
        agents(cycle);
        var next = cycle.again().tell("registry", "process-called", event -> event.put("fiscalYear", 2018));
        next.tell(
                "registry",
                "roll-published",
                event -> event.put("agents", 257).put("women", 45).put("men", 212));
        cycle.tell("workshop", "workshop-convened", "workshop-held", "minutes-sealed", "round-opened");
        cycle.tell(
                "workshop",
                "workshop-convened",
                event -> event.put("workshop", UUID.randomUUID().toString())
                        .put("title", "Taller 2: priorización de proyectos")
                        .put("startsAt", "2016-04-23T14:00:00Z"));
        cycle.tell("workshop", "round-tallied", event -> tallies(cycle, event));
        cycle.tell("workshop", "election-proclaimed");
        cycle.tell("allocation", "envelope-declared", "portfolio-made", "distribution-made");
        cycle.tell("allocation", "agreements-act-signed", event -> agreements(cycle, event));
        for (String approval : new String[] {"ASSEMBLY", "COORDINATION_COUNCIL", "COUNCIL"}) {
            cycle.tell(
                    "allocation",
                    "approval-recorded",
                    event -> event.put("approval", approval).put("complete", approval.equals("COUNCIL")));
        }
        cycle.tell("allocation", "modification-recorded", event -> event.put("agreement", cycle.id("agreement 1")));
        works(cycle);
        return cycle.tell("execution", "expenditure-recorded", event -> {
            event.put("expenditure", UUID.randomUUID().toString());
            event.putNull("project");
            event.putNull("agreement");
            event.put("workName", "Plaza con esculturas");
            ((ObjectNode) event.get("amount")).put("amount", "85000.00");
        });
    }

    private static void agents(Cycle cycle) {
        String[] bands = {"18-29", "30-44", "45-59", "60+"};
        for (int i = 0; i < 60; i++) {
            int each = i;
            cycle.tell(
                    "registry",
                    "agent-accredited",
                    event -> event.put("agent", UUID.randomUUID().toString())
                            .put("ageBand", each == 7 ? bands[3] : bands[each % 3])
                            .put("language", each % 3 == 0 ? "es" : "qu")
                            .put("zone", each % 2 == 0 ? "Z1" : "Z2"));
        }
    }

    private static void tallies(Cycle cycle, ObjectNode event) {
        var tallies = (ArrayNode) event.get("tallies");
        var like = (ObjectNode) tallies.get(0);
        tallies.removeAll();
        for (int i = 0; i < TITLES.size(); i++) {
            var tally = like.deepCopy();
            tally.put("proposal", cycle.id("proposal " + i))
                    .put("title", TITLES.get(i))
                    .put("votes", VOTES[i]);
            ((ObjectNode) tally.get("cost")).put("amount", AMOUNTS[i] + ".00");
            tallies.add(tally);
        }
    }

    private static void agreements(Cycle cycle, ObjectNode event) {
        var agreements = (ArrayNode) event.get("agreements");
        var like = (ObjectNode) agreements.get(0);
        agreements.removeAll();
        for (int i = 0; i < TITLES.size(); i++) {
            var agreement = like.deepCopy();
            agreement
                    .put("agreement", cycle.id("agreement " + i))
                    .put("title", TITLES.get(i))
                    .put("votes", VOTES[i])
                    .put("uniqueInvestmentCode", String.valueOf(2_298_765 + i));
            ((ObjectNode) agreement.get("amount")).put("amount", AMOUNTS[i] + ".00");
            agreements.add(agreement);
        }
    }

    private static void works(Cycle cycle) {
        for (int i = 0; i < 6; i++) {
            var project = cycle.id("project " + i);
            var agreement = cycle.id("agreement " + i);
            var spent = String.valueOf(AMOUNTS[i] / (i + 1));
            var physical = String.valueOf(Math.max(0, 92 - 16 * i)) + ".00";
            cycle.tell(
                    "execution",
                    "project-opened",
                    event -> event.put("project", project).put("agreement", agreement));
            if (i == 5) {
                continue;
            }
            cycle.tell("execution", "works-started", event -> event.put("project", project));
            cycle.tell(
                    "execution",
                    "committee-constituted",
                    event -> event.put("project", project)
                            .put("committee", UUID.randomUUID().toString()));
            cycle.tell("execution", "expenditure-recorded", event -> {
                event.put("project", project)
                        .put("agreement", agreement)
                        .put("expenditure", UUID.randomUUID().toString());
                ((ObjectNode) event.get("amount")).put("amount", spent + ".00");
            });
            cycle.tell(
                    "execution",
                    "progress-reported",
                    event -> event.put("project", project)
                            .put("report", UUID.randomUUID().toString())
                            .put("physicalPercent", physical));
            if (i == 2) {
                cycle.tell("execution", "works-suspended", event -> event.put("project", project));
            }
            if (i == 0) {
                cycle.tell("execution", "accounts-settled", event -> event.put("project", project));
                cycle.tell("execution", "project-closed", event -> event.put("project", project));
            }
        }
    }
}
