package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.workshop.ballot.CastOutcome.Refusal;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Puts one ballot in the box, once however often the request arrives. */
@ApplicationScoped
class CastBallot {

    private final BallotIntake intake;
    private final BallotKeys keys;
    private final AgroalDataSource database;

    CastBallot(BallotIntake intake, BallotKeys keys, AgroalDataSource database) {
        this.intake = intake;
        this.keys = keys;
        this.database = database;
    }

    CompletionStage<CastOutcome> cast(
            VotingRounds.Voting voting, AgentId agent, Channel channel, String idempotencyKey, Mark mark) {
        UUID round = voting.round().round();
        var text = voting.paper().write(mark);
        var nonce = voting.keys().nonce(agent.value(), idempotencyKey, text);
        var commitment = Commitment.to(round, text, nonce);
        var tag = voting.keys().tag(agent.value(), idempotencyKey);
        if (voting.sealKey() == null) {
            return CompletableFuture.completedFuture(settle(round, tag, commitment));
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
                new CompletableFuture<>());
        return intake.cast(cast)
                .thenApply(outcome ->
                        outcome instanceof CastOutcome.Refused refused && refused.because() == Refusal.VOTE_NOT_OPEN
                                ? settle(round, tag, commitment)
                                : outcome);
    }

    /** What became of a request of a round that is not open: counted before the close, or refused. Names no agent. */
    private CastOutcome settle(UUID round, byte[] tag, byte[] commitment) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select exists (select from ballot b where b.round = c.round"
                        + " and b.commitment = ?) from cast_request c where c.tag = ? and c.round = ?")) {
            select.setBytes(1, commitment);
            select.setBytes(2, tag);
            select.setObject(3, round);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return new CastOutcome.Refused(Refusal.VOTE_NOT_OPEN);
                }
                return row.getBoolean(1)
                        ? CastOutcome.Counted.of(commitment)
                        : new CastOutcome.Refused(Refusal.KEY_REUSED);
            }
        } catch (SQLException away) {
            throw new BallotBoxUnavailable(away);
        }
    }
}
