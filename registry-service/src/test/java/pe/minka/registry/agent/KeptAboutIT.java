package pe.minka.registry.agent;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The export of everything about one person holds every table that can name one. */
@QuarkusTest
@WithMinkaStack
class KeptAboutIT {

    /** Whoever references one of these, or has a column of such a name, names a person. */
    private static final String NAMING_PEOPLE = "select distinct c.table_name from information_schema.columns c"
            + " join information_schema.tables t using (table_schema, table_name)"
            + " where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and ("
            + " c.column_name ~ '(^|_)(person|agent|evaluator)$'"
            + " or exists (select 1 from pg_constraint f where f.contype = 'f'"
            + " and f.conrelid = to_regclass('public.' || quote_ident(c.table_name))"
            + " and f.confrelid in (to_regclass('person'), to_regclass('agent'), to_regclass('evaluator'))))";

    @Inject
    EntityManager database;

    @Test
    void every_table_that_names_a_person_is_in_the_export_of_a_person() {
        var told = KeptAbout.ALL.stream().map(KeptAbout::table).collect(Collectors.toCollection(HashSet::new));
        told.addAll(KeptAbout.TOLD_OTHERWISE);

        assertThat(naming())
                .contains("agent", "challenge", "panel_member", "access_log_agent")
                .as("a line of KeptAbout says how a table is told to the people in it")
                .isSubsetOf(told);
    }

    @Test
    void every_line_of_the_export_can_be_asked_for() {
        assertThat(KeptAbout.of(UUID.randomUUID(), database))
                .hasSize(KeptAbout.ALL.size())
                .allSatisfy((name, rows) -> assertThat(rows).isEmpty());
    }

    private Set<String> naming() {
        List<?> tables = database.createNativeQuery(NAMING_PEOPLE).getResultList();
        return tables.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
