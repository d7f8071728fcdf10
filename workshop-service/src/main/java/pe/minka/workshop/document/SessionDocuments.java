package pe.minka.workshop.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The documents of the sessions: accounts of the year before, the budget, a diagnosis. */
@ApplicationScoped
public class SessionDocuments {

    private final Statements statements;
    private final Clock clock;

    SessionDocuments(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** What a document is to the session. */
    public enum Kind {
        ACCOUNTS,
        BUDGET,
        DIAGNOSIS,
        OTHER
    }

    /** @param address where the file is published, where it is */
    record Attached(
            UUID document,
            Kind kind,
            String title,
            String sha256,
            @Nullable String address,
            Instant attachedAt) {}

    @Transactional
    Attached attach(UUID workshop, Kind kind, String title, String sha256, @Nullable String address) {
        var attached = new Attached(UUID.randomUUID(), kind, title, sha256, address, clock.instant());
        int stored = statements.execute(
                "insert into session_document (document, workshop, kind, title, sha256, address, attached_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (workshop, sha256) do nothing",
                attached.document(),
                workshop,
                kind,
                title,
                sha256,
                address,
                attached.attachedAt());
        if (stored == 0) {
            throw Problem.conflict("document-already-attached")
                    .with("sha256", sha256)
                    .toException();
        }
        return attached;
    }

    List<Attached> of(UUID workshop) {
        return statements.list(
                "select document, kind, title, sha256, address, attached_at"
                        + " from session_document where workshop = ? order by attached_at, document",
                row -> new Attached(
                        row.getObject(1, UUID.class),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                workshop);
    }

    public boolean has(UUID workshop, Kind kind) {
        return of(workshop).stream().anyMatch(document -> document.kind() == kind);
    }
}
