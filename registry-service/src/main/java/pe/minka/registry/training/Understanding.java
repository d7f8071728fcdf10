package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What agents understood of the sessions they attended. */
@ApplicationScoped
class Understanding {

    private final EntityManager database;
    private final Clock clock;

    Understanding(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A session that an agent attended.
     *
     * @param rightPercent of the last quiz; absent where none was taken
     */
    record Attended(
            UUID training,
            String title,
            LocalDate heldOn,
            List<String> topics,
            @Nullable Integer rightPercent) {

        boolean understood(int fromPercent) {
            return fromPercent == 0 || (rightPercent != null && rightPercent >= fromPercent);
        }
    }

    /** The last quiz counts; {@code false} where the agent did not attend. */
    boolean note(ProcessId process, UUID training, AgentId agent, int asked, int correct) {
        return database.createNativeQuery(
                                "insert into training_understanding (training, agent, asked, correct, taken_at)"
                                        + " select x.training, x.agent, :asked, :correct, :now from training_attendance x"
                                        + " join training t on t.id = x.training"
                                        + " where t.process = :process and x.training = :training and x.agent = :agent"
                                        + " on conflict (training, agent) do update set asked = excluded.asked, correct = excluded.correct, taken_at = excluded.taken_at")
                        .setParameter("asked", asked)
                        .setParameter("correct", correct)
                        .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .setParameter("process", process.value())
                        .setParameter("training", training)
                        .setParameter("agent", agent.value())
                        .executeUpdate()
                == 1;
    }

    List<Attended> attended(ProcessId process, AgentId agent) {
        List<?> rows = database.createNativeQuery(
                        "select t.id, t.title, cast(t.held_on as text) as held_on, t.topics, u.correct * 100 / u.asked as right_percent"
                                + " from training t join training_attendance x on x.training = t.id"
                                + " left join training_understanding u on u.training = t.id and u.agent = x.agent"
                                + " where t.process = :process and x.agent = :agent order by t.held_on, t.id",
                        Tuple.class)
                .setParameter("process", process.value())
                .setParameter("agent", agent.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Attended(
                        row.get("id", UUID.class),
                        row.get("title", String.class),
                        LocalDate.parse(row.get("held_on", String.class)),
                        List.of(row.get("topics", String.class).split(",", -1)),
                        row.get("right_percent") == null
                                ? null
                                : Integer.valueOf(((Number) row.get("right_percent")).intValue())))
                .toList();
    }

    /** Topics of the regulation that the agent has not attended, or not understood. */
    static Set<String> missing(Set<String> topics, List<Attended> attended, int fromPercent) {
        var missing = new LinkedHashSet<>(topics);
        attended.stream()
                .filter(session -> session.understood(fromPercent))
                .forEach(session -> session.topics().forEach(missing::remove));
        return missing;
    }
}
