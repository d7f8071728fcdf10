package pe.minka.workshop.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.RoundPledges;
import pe.minka.workshop.ballot.Rounds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The order that counted rounds came to, always the same for the same ballots. */
@ApplicationScoped
public class Results {

    private static final int ROWS = 5_000;

    private final Rounds rounds;
    private final RoundRecords records;
    private final RoundPledges pledges;
    private final Tosses tosses;
    private final AgroalDataSource database;
    private final Statements statements;
    private final ObjectMapper json;

    Results(
            Rounds rounds,
            RoundRecords records,
            RoundPledges pledges,
            Tosses tosses,
            AgroalDataSource database,
            Statements statements,
            ObjectMapper json) {
        this.statements = statements;
        this.rounds = rounds;
        this.records = records;
        this.pledges = pledges;
        this.tosses = tosses;
        this.database = database;
        this.json = json;
    }

    /** @param chain that breaks ties, as declared */
    record Result(Round round, List<String> chain, SettledOrder order, RoundDraw draw) {}

    Result of(UUID id) {
        return settled(counted(id));
    }

    /** The round, once it was counted. */
    Round counted(UUID id) {
        var round = rounds.known(id);
        if (round.state() != Round.State.TALLIED) {
            throw Problem.conflict("round-not-tallied").toException();
        }
        return round;
    }

    private Result settled(Round round) {
        var draw = draw(round.round());
        var chain = chain(round.round());
        var order = SettledOrder.of(
                round.options().stream().map(Results::contender).toList(),
                chain,
                draw,
                tied -> held(round.round(), tied));
        return new Result(round, chain, order, draw);
    }

    private static SettledOrder.Contender contender(RoundOption option) {
        return new SettledOrder.Contender(
                option.option(),
                option.position(),
                Objects.requireNonNull(option.votes()),
                Objects.requireNonNull(option.score()),
                option.cost() == null ? null : option.cost().centimos());
    }

    /** A round that opened before there were declarations declared no chain: its ties stay. */
    private List<String> chain(UUID round) {
        var declared = records.find(RoundRecords.Kind.DECLARATION, round);
        if (declared.isEmpty()) {
            return List.of();
        }
        try {
            var chain = new ArrayList<String>();
            json.readTree(declared.get().document()).path("tieBreak").forEach(each -> chain.add(each.asText()));
            return chain;
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a declaration cannot be read", altered);
        }
    }

    private Optional<SettledOrder.Held> held(UUID first, Set<UUID> tied) {
        return records.secondRound(first, tied)
                .flatMap(rounds::find)
                .filter(second -> second.state() == Round.State.TALLIED)
                .map(second -> {
                    Map<UUID, Long> scores = new HashMap<>();
                    second.options()
                            .forEach(option -> scores.put(option.option(), Objects.requireNonNull(option.score())));
                    return new SettledOrder.Held(scores, draw(second.round()));
                });
    }

    RoundDraw draw(UUID round) {
        return new RoundDraw(
                round,
                pledges.drawSeed(round),
                ballotsDigest(round),
                tosses.attested(round).map(Tosses.Toss::tosses).orElse(null));
    }

    /** As fixed with the close; rounds that closed before that was kept are read through. */
    private String ballotsDigest(UUID round) {
        return statements
                .find(
                        "select commitments_sha256 from round where round = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        round)
                .flatMap(kept -> kept)
                .orElseGet(() -> digestOfAll(round));
    }

    private String digestOfAll(UUID round) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (var connection = database.getConnection();
                    var select = connection.prepareStatement(
                            "select commitment from ballot where round = ? order by commitment")) {
                select.setFetchSize(ROWS);
                select.setObject(1, round);
                var digest = MessageDigest.getInstance("SHA-256");
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        digest.update(
                                (HexFormat.of().formatHex(row.getBytes(1)) + "\n").getBytes(StandardCharsets.US_ASCII));
                    }
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (SQLException | NoSuchAlgorithmException failed) {
                throw new IllegalStateException("commitments could not be read", failed);
            }
        });
    }

    /** Where each option of a counted round of the process stands; equal ones that no criterion set apart share a place. */
    public Optional<Map<UUID, Integer>> places(ProcessId process, UUID id) {
        return rounds.find(id)
                .filter(round -> round.process().equals(process) && round.state() == Round.State.TALLIED)
                .map(round -> {
                    Map<UUID, Integer> places = new HashMap<>();
                    settled(round).order().places().forEach(place -> places.put(place.option(), place.place()));
                    return places;
                });
    }

    /** Ties of a counted round that wait: for the second round that the regulation sends them to, or for what is tossed. */
    public List<Set<UUID>> awaiting(UUID id) {
        var order = settled(counted(id)).order();
        return Stream.concat(order.awaiting().stream(), order.undrawn().stream().map(SettledOrder.Undrawn::tied))
                .toList();
    }

    /** Whether the round breaks a tie of another one. */
    public boolean isSecondRound(UUID round) {
        return records.firstRound(round).isPresent();
    }
}
