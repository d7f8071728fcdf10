package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** How many voted: in all, and by the hour, which is the finest time that is kept. */
@ApplicationScoped
class Turnout {

    private final AgroalDataSource database;
    private final Rounds rounds;

    Turnout(AgroalDataSource database, Rounds rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    int of(Round round) {
        return round.turnout() == null ? rounds.turnout(round.round()) : round.turnout();
    }

    List<RoundView.HourView> byHour(Round round) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select hour, count(*) from strike_off where round = ? group by hour order by hour")) {
            select.setObject(1, round.round());
            var hours = new ArrayList<RoundView.HourView>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    hours.add(new RoundView.HourView(
                            row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2)));
                }
            }
            return hours;
        } catch (SQLException failed) {
            throw new IllegalStateException("a turnout could not be read", failed);
        }
    }
}
