package pe.minka.registry.interest;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Declarations of interest of a process, its evaluators and their panels. */
@ApplicationScoped
class Interests {

    private static final TypeReference<List<Tie>> TIES = new TypeReference<>() {};

    private final EntityManager database;
    private final Documents documents;

    Interests(EntityManager database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    UUID declare(ProcessId process, InterestDeclaration declaration, Instant now, String account) {
        var id = UUID.randomUUID();
        database.createNativeQuery(
                        "insert into interest_declaration (id, process, person, capacity, about, ties, declared_on, recorded_at, recorded_by)"
                                + " values (:id, :process, :person, :capacity, cast(:about as uuid), :ties, :on, :now, :by)")
                .setParameter("id", id)
                .setParameter("process", process.value())
                .setParameter("person", declaration.person())
                .setParameter("capacity", declaration.capacity().name())
                .setParameter("about", Objects.toString(declaration.about(), null))
                .setParameter("ties", documents.write(declaration.ties()))
                .setParameter("on", declaration.declaredOn())
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter("by", account)
                .executeUpdate();
        return id;
    }

    List<InterestDeclaration> declarations(ProcessId process) {
        List<?> rows = database.createNativeQuery(
                        "select person, capacity, about, ties, cast(declared_on as text) as declared_on"
                                + " from interest_declaration where process = :process order by recorded_at, id",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new InterestDeclaration(
                        row.get("person", UUID.class),
                        Capacity.valueOf(row.get("capacity", String.class)),
                        row.get("about", UUID.class),
                        documents.read(row.get("ties", String.class), TIES),
                        LocalDate.parse(row.get("declared_on", String.class))))
                .toList();
    }

    /** {@code false} where the person or the account is an evaluator of the process already. */
    boolean name(ProcessId process, Evaluator evaluator, Instant now) {
        return database.createNativeQuery(
                                "insert into evaluator (id, process, person, account, post, unit, engagement, act, named_at)"
                                        + " values (:id, :process, :person, :account, :post, :unit, :engagement, :act, :now)"
                                        + " on conflict do nothing")
                        .setParameter("id", evaluator.id())
                        .setParameter("process", process.value())
                        .setParameter("person", evaluator.person())
                        .setParameter("account", evaluator.account())
                        .setParameter("post", evaluator.post())
                        .setParameter("unit", evaluator.unit())
                        .setParameter("engagement", evaluator.engagement().name())
                        .setParameter("act", evaluator.act())
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    Map<UUID, Evaluator> evaluators(ProcessId process) {
        var found = new LinkedHashMap<UUID, Evaluator>();
        List<?> rows = database.createNativeQuery(
                        "select id, person, account, post, unit, engagement, act from evaluator"
                                + " where process = :process order by named_at, id",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        rows.stream().map(Tuple.class::cast).forEach(row -> {
            var id = row.get("id", UUID.class);
            found.put(
                    id,
                    new Evaluator(
                            id,
                            row.get("person", UUID.class),
                            row.get("account", String.class),
                            row.get("post", String.class),
                            row.get("unit", String.class),
                            Evaluator.Engagement.valueOf(row.get("engagement", String.class)),
                            row.get("act", String.class)));
        });
        return found;
    }

    /** {@code false} where the proposal has its panel. */
    boolean nameThePanel(ProcessId process, UUID proposal, List<UUID> members, Instant now, String account) {
        int added = database.createNativeQuery("insert into evaluation_panel (process, proposal, named_at, named_by)"
                        + " values (:process, :proposal, :now, :by) on conflict do nothing")
                .setParameter("process", process.value())
                .setParameter("proposal", proposal)
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter("by", account)
                .executeUpdate();
        if (added == 0) {
            return false;
        }
        database.createNativeQuery("insert into panel_member (process, proposal, evaluator)"
                        + " select :process, :proposal, member from unnest(cast(:members as uuid[])) as member")
                .setParameter("process", process.value())
                .setParameter("proposal", proposal)
                .setParameter("members", members.toArray(UUID[]::new))
                .executeUpdate();
        return true;
    }

    Map<UUID, List<UUID>> panels(ProcessId process) {
        var panels = new HashMap<UUID, List<UUID>>();
        List<?> rows = database.createNativeQuery(
                        "select proposal, evaluator from panel_member where process = :process order by proposal, evaluator",
                        Tuple.class)
                .setParameter("process", process.value())
                .getResultList();
        rows.stream()
                .map(Tuple.class::cast)
                .forEach(row -> panels.merge(
                        row.get("proposal", UUID.class),
                        List.of(row.get("evaluator", UUID.class)),
                        (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                                .toList()));
        return panels;
    }
}
