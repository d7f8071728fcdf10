package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What applications lacked, requirement by requirement: raised once, cured once. */
@ApplicationScoped
class Observations {

    private final EntityManager database;

    Observations(EntityManager database) {
        this.database = database;
    }

    /**
     * A requirement that an application did not meet.
     *
     * @param keepsOut whether it stands against the accreditation
     * @param curedOn absent while it lacks
     */
    record Observation(
            Unmet unmet,
            boolean keepsOut,
            LocalDate raisedOn,
            @Nullable LocalDate curedOn) {

        boolean open() {
            return curedOn == null;
        }
    }

    /** Writes down what lacks now beside what lacked before; what lacks no more is cured on that day. */
    void bring(UUID application, AccreditAgent.Check check, LocalDate on) {
        var known = of(List.of(application)).getOrDefault(application, List.of());
        var lacking = new ArrayList<Unmet>(check.keepsOut());
        lacking.addAll(check.observed());
        for (int i = 0; i < known.size(); i++) {
            var observation = known.get(i);
            if (observation.open() && !lacking.remove(observation.unmet())) {
                cure(application, i + 1, on);
            }
        }
        int ordinal = known.size();
        for (Unmet unmet : lacking) {
            ordinal++;
            raise(application, ordinal, unmet, check.keepsOut().contains(unmet), on);
        }
    }

    Map<UUID, List<Observation>> of(Collection<UUID> applications) {
        var found = new HashMap<UUID, List<Observation>>();
        database.createNativeQuery(
                        "select application, pointer, code, expected, law, keeps_out, raised_on, cured_on from application_observation"
                                + " where application = any(cast(:ids as uuid[])) order by application, ordinal",
                        Tuple.class)
                .setParameter("ids", applications.toArray(UUID[]::new))
                .getResultList()
                .forEach(each -> {
                    var row = (Tuple) each;
                    found.computeIfAbsent(row.get("application", UUID.class), none -> new ArrayList<>())
                            .add(new Observation(
                                    new Unmet(
                                            row.get("pointer", String.class),
                                            row.get("code", String.class),
                                            row.get("expected", String.class),
                                            row.get("law", String.class)),
                                    row.get("keeps_out", Boolean.class),
                                    row.get("raised_on", LocalDate.class),
                                    row.get("cured_on", LocalDate.class)));
                });
        return found;
    }

    private void cure(UUID application, int ordinal, LocalDate on) {
        database.createNativeQuery(
                        "update application_observation set cured_on = :on where application = :id and ordinal = :ordinal")
                .setParameter("on", on)
                .setParameter("id", application)
                .setParameter("ordinal", ordinal)
                .executeUpdate();
    }

    private void raise(UUID application, int ordinal, Unmet unmet, boolean keepsOut, LocalDate on) {
        database.createNativeQuery(
                        "insert into application_observation (application, ordinal, pointer, code, expected, law, keeps_out, raised_on)"
                                + " values (:id, :ordinal, :pointer, :code, :expected, :law, :keeps, :on)")
                .setParameter("id", application)
                .setParameter("ordinal", ordinal)
                .setParameter("pointer", unmet.pointer())
                .setParameter("code", unmet.code())
                .setParameter("expected", unmet.expected())
                .setParameter("law", unmet.law())
                .setParameter("keeps", keepsOut)
                .setParameter("on", on)
                .executeUpdate();
    }
}
