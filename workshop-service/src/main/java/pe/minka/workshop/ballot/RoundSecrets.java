package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

import javax.crypto.SecretKey;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The keys that seal the ballots of open rounds, wrapped by the master key; each is destroyed with the close. */
@ApplicationScoped
class RoundSecrets {

    private final AgroalDataSource database;
    private final BallotKeys keys;
    private final Rounds rounds;

    RoundSecrets(AgroalDataSource database, BallotKeys keys, Rounds rounds) {
        this.database = database;
        this.keys = keys;
        this.rounds = rounds;
    }

    void make(UUID round) {
        rounds.execute(
                "insert into round_secret (round, wrapped) values (?, ?)", round, keys.wrap(round, keys.newSealKey()));
    }

    Optional<SecretKey> find(UUID round) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select wrapped from round_secret where round = ?")) {
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(keys.unwrap(round, row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the key of a round could not be read", failed);
        }
    }

    void destroy(UUID round) {
        rounds.execute("delete from round_secret where round = ?", round);
    }
}
