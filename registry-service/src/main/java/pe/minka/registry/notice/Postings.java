package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How notices arrived: postings by radio, wall and assembly, and each agent's delivery with its proof. */
@ApplicationScoped
class Postings {

    private final EntityManager database;
    private final Clock clock;

    Postings(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param medium the station, the wall, the newspaper */
    record Posting(Channel channel, String medium, LocalDate madeOn, String evidence) {}

    /** A delivery as staff sees it; nothing of the person but the agent's id. */
    record Row(
            UUID agent,
            String state,
            @Nullable String channel,
            String language,
            int attempts,
            @Nullable LocalDate deliveredOn,
            @Nullable String evidence,
            @Nullable String problem) {}

    void add(UUID notice, Posting posting, String account) {
        database.createNativeQuery(
                        "insert into notice_posting (id, notice, channel, medium, made_on, evidence, recorded_at, recorded_by)"
                                + " values (:id, :notice, :channel, :medium, :on, :evidence, :now, :by)")
                .setParameter("id", UUID.randomUUID())
                .setParameter("notice", notice)
                .setParameter("channel", posting.channel().name())
                .setParameter("medium", posting.medium())
                .setParameter("on", posting.madeOn())
                .setParameter("evidence", posting.evidence())
                .setParameter("now", Notices.at(clock.instant()))
                .setParameter("by", account)
                .executeUpdate();
    }

    List<Posting> of(UUID notice) {
        List<?> rows = database.createNativeQuery(
                        "select channel, medium, cast(made_on as text) as made_on, evidence from notice_posting"
                                + " where notice = :notice order by made_on, recorded_at",
                        Tuple.class)
                .setParameter("notice", notice)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Posting(
                        Channel.valueOf(row.get("channel", String.class)),
                        row.get("medium", String.class),
                        LocalDate.parse(row.get("made_on", String.class)),
                        row.get("evidence", String.class)))
                .toList();
    }

    /** By hand: a letter that was received, a call, a visit. {@code false} where it was delivered or the agent has none. */
    boolean delivered(UUID notice, AgentId agent, Channel channel, LocalDate on, String evidence) {
        return database.createNativeQuery(
                                "update notice_delivery set state = 'DELIVERED', channel = :channel, delivered_on = :on, evidence = :evidence,"
                                        + " problem = null, claimed_until = null where notice = :notice and agent = :agent and state in ('WAITING', 'PRINT', 'DEAD')")
                        .setParameter("channel", channel.name())
                        .setParameter("on", on)
                        .setParameter("evidence", evidence)
                        .setParameter("notice", notice)
                        .setParameter("agent", agent.value())
                        .executeUpdate()
                == 1;
    }

    /** Puts the dead ones in the queue anew, with all their attempts. */
    int retry(UUID notice) {
        return database.createNativeQuery("update notice_delivery set state = 'WAITING', attempts = 0, due_at = :now"
                        + " where notice = :notice and state = 'DEAD'")
                .setParameter("now", Notices.at(clock.instant()))
                .setParameter("notice", notice)
                .executeUpdate();
    }

    Map<String, Integer> countByState(UUID notice) {
        var counts = new TreeMap<String, Integer>();
        database.createNativeQuery(
                        "select case when state in ('CLAIMED', 'IN_FLIGHT') then 'WAITING' else state end as state, count(*) as agents"
                                + " from notice_delivery where notice = :notice group by 1",
                        Tuple.class)
                .setParameter("notice", notice)
                .getResultList()
                .forEach(row -> counts.put(
                        ((Tuple) row).get("state", String.class), ((Number) ((Tuple) row).get("agents")).intValue()));
        return counts;
    }

    int deliveredAfter(UUID notice, LocalDate day) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from notice_delivery where notice = :notice and delivered_on > :day")
                        .setParameter("notice", notice)
                        .setParameter("day", day)
                        .getSingleResult())
                .intValue();
    }

    List<Row> deliveries(UUID notice, @Nullable String state, @Nullable UUID after, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select agent, state, channel, language, attempts, cast(delivered_on as text) as delivered_on, evidence, problem"
                                + " from notice_delivery where notice = :notice and agent > :after"
                                + " and (cast(:state as text) is null or state = :state) order by agent limit :limit",
                        Tuple.class)
                .setParameter("notice", notice)
                .setParameter("after", after == null ? new UUID(0, 0) : after)
                .setParameter("state", state)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Row(
                        row.get("agent", UUID.class),
                        row.get("state", String.class),
                        row.get("channel", String.class),
                        row.get("language", String.class),
                        ((Number) row.get("attempts")).intValue(),
                        day(row.get("delivered_on", String.class)),
                        row.get("evidence", String.class),
                        row.get("problem", String.class)))
                .toList();
    }

    /** Agents who get the notice on paper, with the person behind each, after that agent. */
    List<Map.Entry<UUID, Delivery>> toPrint(UUID notice, UUID after, int limit) {
        List<?> rows = database.createNativeQuery(
                        "select id, agent, person, language, attempts from notice_delivery where notice = :notice and state = 'PRINT'"
                                + " and agent > :after order by agent limit :limit",
                        Tuple.class)
                .setParameter("notice", notice)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> Map.entry(
                        row.get("agent", UUID.class),
                        new Delivery(
                                row.get("id", UUID.class),
                                notice,
                                row.get("person", UUID.class),
                                row.get("language", String.class),
                                ((Number) row.get("attempts")).intValue())))
                .toList();
    }

    /** By how many channels the call of a process was made known with proof. */
    int channelsOfTheCall(ProcessId process) {
        return ((Number) database.createNativeQuery(
                                "select count(*) from (select p.channel from notice_posting p join notice n on n.id = p.notice"
                                        + " where n.process = :process and n.kind = 'CALL' union select d.channel from notice_delivery d"
                                        + " join notice n on n.id = d.notice where n.process = :process and n.kind = 'CALL' and d.state = 'DELIVERED') known")
                        .setParameter("process", process.value())
                        .getSingleResult())
                .intValue();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
