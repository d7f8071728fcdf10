package pe.minka.workshop.ballot;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.util.concurrent.CompletionException;

/** What a voter is told whose ballot is not taken. */
final class BallotProblems {

    private static final String RETRY_AFTER = "Retry-After";

    private BallotProblems() {}

    static Mark marked(BallotPaper.Reading reading) {
        if (reading instanceof BallotPaper.Reading.Marked marked) {
            return marked.mark();
        }
        var refused = (BallotPaper.Reading.Refused) reading;
        var problem = problem(refused.breach());
        throw refused.option() == null
                ? problem.toException()
                : problem.with("option", refused.option()).toException();
    }

    private static Problem problem(Breach breach) {
        return switch (breach) {
            case OPTION_NOT_ON_BALLOT -> Problem.unprocessable("option-not-on-ballot");
            case OPTION_MARKED_TWICE -> Problem.unprocessable("option-marked-twice");
            case TOO_FEW_CHOICES -> Problem.unprocessable("too-few-choices");
            case TOO_MANY_CHOICES -> Problem.unprocessable("too-many-choices");
            case BLANK_NOT_ALLOWED -> Problem.unprocessable("blank-not-allowed");
            case OVER_BUDGET -> Problem.unprocessable("over-budget");
            case POINTS_MISSING -> Problem.unprocessable("points-missing");
            case POINTS_NOT_ASKED -> Problem.unprocessable("points-not-asked");
            case POINTS_OUT_OF_RANGE -> Problem.unprocessable("points-out-of-range");
        };
    }

    static HttpProblem of(CastOutcome.Refusal refusal) {
        return switch (refusal) {
            case VOTE_NOT_OPEN -> Problem.conflict("vote-not-open").toException();
            case NOT_ON_ROLL -> Problem.forbidden("not-on-roll").toException();
            case ALREADY_VOTED -> Problem.conflict("already-voted").toException();
            case KEY_REUSED -> Problem.unprocessable("idempotency-key-reused").toException();
            case SUPERSEDED -> Problem.conflict("ballot-superseded").toException();
            case REQUEST_IN_FLIGHT -> Problem.conflict("request-in-flight").toException();
            case TOO_MANY_WAITING -> later(Problem.of(503, "ballot-box-busy"));
        };
    }

    /** A refusal as it is; else whether the ballot is in the box is not known: the same request again settles it. */
    static RuntimeException of(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof HttpProblem problem) {
            return problem;
        }
        return cause instanceof BallotBoxUnavailable
                ? later(Problem.of(503, "ballot-box-unavailable"))
                : new IllegalStateException("a ballot could not be taken in", cause);
    }

    private static HttpProblem later(Problem problem) {
        return HttpProblem.builder(problem.toException())
                .withHeader(RETRY_AFTER, "2")
                .build();
    }
}
