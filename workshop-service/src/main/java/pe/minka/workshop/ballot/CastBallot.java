package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.workshop.ballot.CastOutcome.Refusal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts one ballot in the box, once however often the request arrives. */
@ApplicationScoped
class CastBallot {

    private final BallotIntake intake;
    private final BallotKeys keys;
    private final BallotBox box;
    private final AgroalDataSource database;

    CastBallot(BallotIntake intake, BallotKeys keys, BallotBox box, AgroalDataSource database) {
        this.intake = intake;
        this.keys = keys;
        this.box = box;
        this.database = database;
    }

    CompletionStage<CastOutcome> cast(
            VotingRounds.Voting voting, AgentId agent, Channel channel, String idempotencyKey, Mark mark) {
        UUID round = voting.round().round();
        var text = voting.paper().write(mark);
        var nonce = voting.keys().nonce(agent.value(), idempotencyKey, text);
        var commitment = Commitment.to(round, text, nonce);
        var tag = voting.keys().tag(agent.value(), idempotencyKey);
        // before the ballot is stored: who stores it has no time to sign, and what is not stored is not told
        var signature = voting.receiptKey().sign(HexFormat.of().formatHex(commitment));
        if (voting.sealKey() == null) {
            return settled(voting, tag, commitment).thenApply(outcome -> signed(outcome, signature));
        }
        var cast = new BallotIntake.Cast(
                round,
                agent.value(),
                channel,
                tag,
                voting.keys().body(commitment),
                voting.keys().handle(agent.value()),
                keys.seal(voting.sealKey(), round, nonce, text, voting.paper().longestMark()),
                commitment,
                System.nanoTime(),
                new CompletableFuture<>());
        return intake.cast(cast)
                .thenCompose(outcome ->
                        outcome instanceof CastOutcome.Refused refused && refused.because() == Refusal.VOTE_NOT_OPEN
                                ? settled(voting, tag, commitment)
                                : CompletableFuture.completedFuture(outcome))
                .thenApply(outcome -> signed(outcome, signature));
    }

    private static CastOutcome signed(CastOutcome outcome, String signature) {
        return outcome instanceof CastOutcome.Counted counted
                ? new CastOutcome.Counted(counted.commitment(), signature)
                : outcome;
    }

    /** By another thread: neither those that answer requests nor the one that stores ballots wait for the database. */
    private CompletionStage<CastOutcome> settled(VotingRounds.Voting voting, byte[] tag, byte[] commitment) {
        return CompletableFuture.supplyAsync(
                () -> settle(voting.round(), tag, commitment), Infrastructure.getDefaultExecutor());
    }

    /**
     * What became of a request of a round that is not open: counted before the close, or refused. Names no agent; and
     * the commitment is looked for among a thousand others, since who logs statements knows whose the tag is. What was
     * sent under a tag is forgotten with the close: of a replaceable ballot that is not in the box nobody knows whether
     * it was replaced or is another one than was sent.
     */
    private CastOutcome settle(Round round, byte[] tag, byte[] commitment) {
        try (var connection = database.getConnection()) {
            if (!isCounted(connection, round.round(), tag)) {
                return new CastOutcome.Refused(Refusal.VOTE_NOT_OPEN);
            }
            if (box.holds(connection, round.round(), commitment)) {
                return CastOutcome.Counted.of(commitment);
            }
            return new CastOutcome.Refused(
                    round.rule().replaceable() && isClosed(connection, round.round())
                            ? Refusal.SUPERSEDED
                            : Refusal.KEY_REUSED);
        } catch (SQLException away) {
            throw new BallotBoxUnavailable(away);
        }
    }

    private static boolean isClosed(Connection connection, UUID round) throws SQLException {
        try (var select = connection.prepareStatement("select state from round where round = ?")) {
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                return row.next() && Round.State.valueOf(row.getString(1)).isOver();
            }
        }
    }

    private static boolean isCounted(Connection connection, UUID round, byte[] tag) throws SQLException {
        try (var select = connection.prepareStatement("select from cast_request where tag = ? and round = ?")) {
            select.setBytes(1, tag);
            select.setObject(2, round);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
