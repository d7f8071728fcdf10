package pe.minka.workshop.document;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The documents of the sessions: accounts of the year before, the budget, a diagnosis. */
@ApplicationScoped
public class SessionDocuments {

    private final AgroalDataSource database;
    private final Clock clock;

    SessionDocuments(AgroalDataSource database, Clock clock) {
        this.database = database;
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
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into session_document"
                        + " (document, workshop, kind, title, sha256, address, attached_at) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (workshop, sha256) do nothing")) {
            insert.setObject(1, attached.document());
            insert.setObject(2, workshop);
            insert.setString(3, kind.name());
            insert.setString(4, title);
            insert.setString(5, sha256);
            insert.setString(6, address);
            insert.setObject(7, attached.attachedAt().atOffset(ZoneOffset.UTC));
            if (insert.executeUpdate() == 0) {
                throw Problem.conflict("document-already-attached")
                        .with("sha256", sha256)
                        .toException();
            }
            return attached;
        } catch (SQLException failed) {
            throw new IllegalStateException("a document could not be attached", failed);
        }
    }

    List<Attached> of(UUID workshop) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select document, kind, title, sha256, address, attached_at"
                        + " from session_document where workshop = ? order by attached_at, document")) {
            select.setObject(1, workshop);
            var found = new ArrayList<Attached>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Attached(
                            row.getObject(1, UUID.class),
                            Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getObject(6, OffsetDateTime.class).toInstant()));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("documents could not be read", failed);
        }
    }

    public boolean has(UUID workshop, Kind kind) {
        return of(workshop).stream().anyMatch(document -> document.kind() == kind);
    }
}
