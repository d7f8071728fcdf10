package pe.minka.registry.agent;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TupleElement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A table that holds something about people, as it is told to each of them. Who adds a table with a person or an agent in
 * it adds a line here, or to {@link #TOLD_OTHERWISE}; a test finds the one that was forgotten.
 *
 * @param name of the list in the export
 * @param columns what is told, each with its table's letter: {@code x} for the table itself
 */
record KeptAbout(String name, String table, Whose whose, String joined, String columns) {

    /** How a row names the person. */
    enum Whose {
        PERSON("x.person = :person"),
        AGENT("x.agent in (select id from agent where person = :person)"),
        APPLICATION("x.application in (select id from application where person = :person)"),
        EVALUATOR("x.evaluator in (select id from evaluator where person = :person)");

        private final String condition;

        Whose(String condition) {
            this.condition = condition;
        }
    }

    private static final String SITTING = "join body_session s on s.id = x.session";
    private static final String TRAINING = "join training t on t.id = x.training";

    static final List<KeptAbout> ALL = List.of(
            of(
                    "accreditations",
                    "agent",
                    Whose.PERSON,
                    "x.process, x.id, x.role, x.organisation, x.sex, x.age_band, x.language, x.zone, x.voice, x.vote,"
                            + " x.credential, x.protected_identity, x.state, x.applied_at, x.accredited_at, x.accredited_by,"
                            + " x.duties, x.duties_accepted_at, x.ended_at, x.ended_because"),
            of(
                    "applications",
                    "application",
                    Whose.PERSON,
                    "x.process, x.id, x.role, x.organisation, x.sex, x.language, x.zone, x.papers, x.protected_identity,"
                            + " x.lodged_at, x.lodged_by, x.cure_until, x.complete, x.ending, x.agent, x.ended_at, x.ended_by"),
            of(
                    "observations",
                    "application_observation",
                    Whose.APPLICATION,
                    "x.application, x.ordinal, x.pointer, x.code, x.expected, x.law, x.raised_on, x.cured_on"),
            of(
                    "sanctions",
                    "sanction",
                    Whose.AGENT,
                    "x.process, x.agent, x.fault, x.gravity, x.measure, x.law, x.occurred_on, x.evidence, x.recorded_at,"
                            + " x.recorded_by, x.letter, x.letter_received_on, x.replace_until, x.resolution, x.disqualified_on"),
            of(
                    "challenges",
                    "challenge",
                    Whose.AGENT,
                    "x.process, x.agent, x.grounds, x.evidence, x.filed_on, x.decide_until, x.decision, x.reason, x.decided_on"),
            of(
                    "interests",
                    "interest_declaration",
                    Whose.PERSON,
                    "x.process, x.capacity, x.about, x.ties, x.declared_on, x.recorded_at, x.recorded_by"),
            of(
                    "evaluatorPosts",
                    "evaluator",
                    Whose.PERSON,
                    "x.process, x.account, x.post, x.unit, x.engagement, x.act, x.named_at"),
            of("evaluationPanels", "panel_member", Whose.EVALUATOR, "x.process, x.proposal"),
            of(
                    "rotationOverrides",
                    "rotation_override",
                    Whose.AGENT,
                    "x.process, x.agent, x.body, x.reason, x.handover, x.recorded_at, x.recorded_by"),
            new KeptAbout("sittings", "body_sitting", Whose.PERSON, SITTING, "x.agent, s.process, s.body, s.held_on"),
            new KeptAbout(
                    "quizzes",
                    "training_understanding",
                    Whose.AGENT,
                    TRAINING,
                    "x.agent, x.training, t.title, x.asked, x.correct, x.taken_at"),
            of(
                    "offlineCaptures",
                    "offline_registration",
                    Whose.AGENT,
                    "x.process, x.id, x.agent, x.channel, x.device, x.outcome, x.captured_at, x.received_at"));

    /** Tables that the export tells in members of their own. */
    static final Set<String> TOLD_OTHERWISE = Set.of(
            "access_log",
            "access_log_agent",
            "consent",
            "notice_delivery",
            "person",
            "rectification",
            "training_attendance");

    private static KeptAbout of(String name, String table, Whose whose, String columns) {
        return new KeptAbout(name, table, whose, "", columns);
    }

    /** Every list with its rows; what a row does not say is left out of it. */
    static Map<String, List<Map<String, String>>> of(UUID person, EntityManager database) {
        var told = new LinkedHashMap<String, List<Map<String, String>>>();
        ALL.forEach(kept -> told.put(kept.name(), kept.rows(person, database)));
        return told;
    }

    private List<Map<String, String>> rows(UUID person, EntityManager database) {
        List<?> rows = database.createNativeQuery(query(), Tuple.class)
                .setParameter("person", person)
                .getResultList();
        return rows.stream().map(row -> row((Tuple) row)).toList();
    }

    private String query() {
        return Arrays.stream(columns.split(", ?", -1))
                .map(column -> "to_json(" + column + ") #>> '{}' as \"" + member(column) + "\"")
                .collect(Collectors.joining(
                        ", ",
                        "select ",
                        " from " + table + " x " + joined + " where " + whose.condition + " order by 1, 2"));
    }

    private static Map<String, String> row(Tuple row) {
        var told = new LinkedHashMap<String, String>();
        for (TupleElement<?> element : row.getElements()) {
            var value = row.get(element.getAlias());
            if (value != null) {
                told.put(element.getAlias(), String.valueOf(value));
            }
        }
        return told;
    }

    /** {@code filedOn} for {@code x.filed_on}. */
    private static String member(String column) {
        var words = column.substring(column.indexOf('.') + 1).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
