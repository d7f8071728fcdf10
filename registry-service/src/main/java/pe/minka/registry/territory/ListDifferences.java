package pe.minka.registry.territory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a list of municipalities or of populated centres changed against what was known when it came. It is told while
 * the list is taken in and never counted anew, so that a later list does not change what an earlier one is said to have
 * done.
 */
@ApplicationScoped
class ListDifferences {

    /** The lists are no single entity's: only who reaches all entities follows their jobs. */
    static final EntityCode NATION = new EntityCode("000000");

    private final Statements statements;
    private final Clock clock;

    ListDifferences(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** How an item of a list differs. */
    enum Kind {
        NEW,
        CHANGED,
        /** Known, of the same place as others of the list, and not named by it; it stays until an act says otherwise. */
        GONE
    }

    /**
     * One item that differs.
     *
     * @param ubigeo of a populated centre its ten digits; of a municipality the district of its seat
     * @param entity of a municipality its code at the Ministry of Economy
     * @param before absent where it was not known
     * @param after absent where the list leaves it out
     */
    record Difference(
            String ubigeo,
            @Nullable String entity,
            Kind kind,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * A list that was brought.
     *
     * @param dryRun whether the differences are what it would change
     * @param complete whether it was read to its end, and what it leaves out is told
     */
    record Brought(String kind, boolean dryRun, boolean complete) {}

    /** Once for each list, however often it is sent. */
    void brought(UUID list, String kind, boolean dryRun) {
        beside(
                true,
                () -> statements.execute(
                        "insert into territory_list (list, kind, dry_run, brought_at) values (?, ?, ?, ?) on conflict do nothing",
                        list,
                        kind,
                        dryRun,
                        clock.instant()));
    }

    /** @param rehearsed whether the transaction of the list will be undone; what it would change is told beside it */
    void note(UUID list, boolean rehearsed, List<Difference> found) {
        if (found.isEmpty()) {
            return;
        }
        var now = clock.instant();
        List<@Nullable Object[]> rows = found.stream()
                .map(each -> new @Nullable Object[] {
                    list, each.ubigeo(), each.entity(), each.kind(), each.before(), each.after(), now
                })
                .toList();
        beside(
                rehearsed,
                () -> statements.bulk(
                        "insert into territory_difference (list, ubigeo, entity, kind, before, after, at) select * from %s"
                                + " on conflict (list, ubigeo) do update set after = excluded.after",
                        List.of("uuid", "text", "text", "text", "text", "text", "timestamptz"), rows));
    }

    void complete(UUID list, boolean rehearsed) {
        beside(rehearsed, () -> statements.execute("update territory_list set complete = true where list = ?", list));
    }

    private static void beside(boolean apart, Runnable work) {
        if (apart) {
            QuarkusTransaction.requiringNew().run(work);
        } else {
            work.run();
        }
    }

    Optional<Brought> find(UUID list) {
        return statements.find(
                "select kind, dry_run, complete from territory_list where list = ?",
                row -> new Brought(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                list);
    }

    int count(UUID list, Kind kind) {
        return statements.count("select count(*) from territory_difference where list = ? and kind = ?", list, kind);
    }

    /** By code. */
    List<Difference> of(UUID list, Kind kind, int limit) {
        return statements.list(
                "select ubigeo, entity, kind, before, after from territory_difference where list = ? and kind = ?"
                        + " order by ubigeo limit ?",
                row -> new Difference(
                        row.getString(1),
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5)),
                list,
                kind,
                limit);
    }
}
