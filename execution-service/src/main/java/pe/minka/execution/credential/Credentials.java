package pe.minka.execution.credential;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All credentials of committees, and the minutes they may rest on. */
@ApplicationScoped
class Credentials {

    private final AgroalDataSource database;

    Credentials(AgroalDataSource database) {
        this.database = database;
    }

    /** The credentials of one committee, which are issued together. */
    record Issued(
            UUID committee, String minutesSha256, LocalDate electedOn, LocalDate issuedOn, List<Credential> each) {

        long daysLate() {
            return ChronoUnit.DAYS.between(electedOn, issuedOn);
        }
    }

    /** @param number as printed on the card; says nothing of the person */
    record Credential(String number, String post) {}

    void sealed(ProcessId process, String sha256, UUID workshop) {
        execute(
                "insert into sealed_minutes (process, sha256, workshop) values (?, ?, ?) on conflict do nothing",
                process.value(),
                sha256,
                workshop);
    }

    boolean areSealed(ProcessId process, String sha256) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select exists (select from sealed_minutes where process = ? and sha256 = ?)")) {
            select.setObject(1, process.value());
            select.setString(2, sha256);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("minutes could not be looked for", failed);
        }
    }

    /** @return whether they are the first ones of this committee: the key decides */
    boolean add(ProcessId process, Issued issued, Instant at) {
        int added = execute(
                "insert into committee_accreditation (committee, process, minutes_sha256, elected_on, issued_on, issued_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (committee) do nothing",
                issued.committee(),
                process.value(),
                issued.minutesSha256(),
                issued.electedOn(),
                issued.issuedOn(),
                at.atOffset(ZoneOffset.UTC));
        if (added == 0) {
            return false;
        }
        for (int seat = 0; seat < issued.each().size(); seat++) {
            execute(
                    "insert into committee_credential (committee, seat, number, post) values (?, ?, ?, ?)",
                    issued.committee(),
                    seat,
                    issued.each().get(seat).number(),
                    issued.each().get(seat).post());
        }
        return true;
    }

    Optional<Issued> of(UUID committee) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select a.minutes_sha256, a.elected_on, a.issued_on, c.number,"
                        + " c.post from committee_accreditation a join committee_credential c using (committee)"
                        + " where committee = ? order by c.seat")) {
            select.setObject(1, committee);
            var cards = new ArrayList<Credential>();
            Issued found = null;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    cards.add(new Credential(row.getString(4), row.getString(5)));
                    found = new Issued(
                            committee,
                            row.getString(1),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            List.copyOf(cards));
                }
            }
            return Optional.ofNullable(found);
        } catch (SQLException failed) {
            throw new IllegalStateException("credentials could not be read", failed);
        }
    }

    private int execute(String statement, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("credentials could not be stored", failed);
        }
    }
}
