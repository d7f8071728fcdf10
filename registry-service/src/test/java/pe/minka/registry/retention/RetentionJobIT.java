package pe.minka.registry.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import pe.minka.registry.Town;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMinkaStack
class RetentionJobIT {

    @Inject
    RetentionJob job;

    @Inject
    EntityManager database;

    @Test
    void the_daily_run_forgets_in_every_entity_those_whose_terms_have_passed_and_nobody_else() {
        var one = Town.of("301412");
        var other = Town.of("301413");
        var past = closed(one, process(one, 2031, 12));
        var lately = closed(one, process(one, 2032, 12));
        var open = process(one, 2033, 12);
        var elsewhere = closed(other, process(other, 2031, 6));
        var withoutTerm =
                closed(other, other.process(other.regulation("coyllurqui-2016.v1", RetentionJobIT::closable), 2032));
        var goes = accredited(one, past);
        var wasThereLately = accredited(one, lately);
        var stillThere = accredited(one, open);
        var goesElsewhere = accredited(other, elsewhere);
        var isKept = accredited(other, withoutTerm);
        age(past, 13);
        age(lately, 11);
        age(elsewhere, 7);
        age(withoutTerm, 600);

        job.runAll();

        assertThat(List.of(goes, goesElsewhere)).allSatisfy(agent -> {
            assertThat(isKnown(agent)).isFalse();
            assertThat(isRepresented(agent)).isFalse();
        });
        assertThat(List.of(wasThereLately, stillThere, isKept)).allSatisfy(agent -> {
            assertThat(isKnown(agent)).isTrue();
            assertThat(isRepresented(agent)).isTrue();
        });
        assertThat(runs(one)).isEqualTo(1);
        assertThat(runs(other)).isEqualTo(1);
        job.runAll();
        assertThat(runs(one)).as("a run that finds nobody is not noted").isEqualTo(1);
    }

    private static String process(Town town, int fiscalYear, int months) {
        return town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    document.putObject("personalData").put("retentionMonths", months);
                    closable(document);
                }),
                fiscalYear);
    }

    private static void closable(ObjectNode document) {
        document.path("phases").forEach(phase -> ((ObjectNode) phase).putArray("closing"));
    }

    private static String closed(Town town, String process) {
        var phases = List.of("PREPARATION", "CONCERTATION", "COORDINATION", "FORMALISATION");
        for (int i = 0; i < phases.size(); i++) {
            if (i > 0) {
                town.phase(process, phases.get(i), "opening").statusCode(200);
            }
            town.phase(process, phases.get(i), "closing").statusCode(200);
        }
        return process;
    }

    private static String accredited(Town town, String process) {
        String organisation = town.counted()
                .body(Map.of(
                        "name",
                        "Comunidad " + process,
                        "kind",
                        "PEASANT_COMMUNITY",
                        "legalRepresentative",
                        "Representante Legal"))
                .post("/v1/processes/" + process + "/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("organisation");
        return town.accredit(process, organisation, Town.document(), "FEMALE")
                .statusCode(201)
                .extract()
                .path("agent");
    }

    private void age(String process, int months) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update phase set closed_at = closed_at - make_interval(months => :months),"
                                        + " opened_at = opened_at - make_interval(months => :months)"
                                        + " where process = cast(:process as uuid)")
                        .setParameter("months", months)
                        .setParameter("process", process)
                        .executeUpdate());
    }

    private boolean isKnown(String agent) {
        return asked("select p.wrapped_key is not null from agent a join person p on p.id = a.person", agent);
    }

    private boolean isRepresented(String agent) {
        return asked(
                "select o.legal_representative is not null from agent a join organisation o on o.id = a.organisation",
                agent);
    }

    private boolean asked(String question, String agent) {
        return (Boolean) database.createNativeQuery(question + " where a.id = cast(:agent as uuid)", Boolean.class)
                .setParameter("agent", agent)
                .getSingleResult();
    }

    private long runs(Town town) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from retention_run where entity = :entity and account = :job")
                        .setParameter("entity", town.entity())
                        .setParameter("job", RetentionJob.ACCOUNT)
                        .getSingleResult())
                .longValue();
    }
}
