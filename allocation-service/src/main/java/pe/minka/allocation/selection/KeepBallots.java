package pe.minka.allocation.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.round.Rounds;
import pe.minka.allocation.round.TalliedRound;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.rules.Election;
import pe.minka.rules.pabulib.PabulibException;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in the anonymous ballots of a closed round: only the file whose hash was published with the tally. */
@ApplicationScoped
class KeepBallots {

    private final Rounds rounds;
    private final Processes processes;
    private final RoundBallots ballots;
    private final Caller caller;

    KeepBallots(Rounds rounds, Processes processes, RoundBallots ballots, Caller caller) {
        this.rounds = rounds;
        this.processes = processes;
        this.ballots = ballots;
        this.caller = caller;
    }

    record Kept(UUID round, String sha256, int projects, long ballots) {}

    @Transactional
    Kept keep(UUID roundId, String text) {
        var round = rounds.requireTallied(roundId);
        caller.mustActFor(processes.require(round.process()).entity());
        var sha256 = Hashes.sha256Hex(text);
        var expected = Objects.requireNonNullElse(round.ballotsSha256(), "—");
        if (!sha256.equals(expected)) {
            throw Problem.unprocessable("ballots-differ")
                    .with("given", sha256)
                    .with("expected", expected)
                    .toException();
        }
        var election = read(text);
        refuseUnknown(election, round);
        var known = ballots.findByIdOptional(roundId);
        var file = known.orElseGet(BallotFile::new);
        file.round = roundId;
        file.text = text;
        file.sha256 = sha256;
        if (known.isEmpty()) {
            ballots.persist(file);
        }
        return new Kept(
                roundId, sha256, election.projects().size(), election.ballots().voters());
    }

    private static void refuseUnknown(Election election, TalliedRound round) {
        var tallied = round.tallies().stream()
                .map(tally -> tally.proposal().toString())
                .collect(Collectors.toSet());
        for (var project : election.projects()) {
            if (!tallied.contains(project.id())) {
                throw Problem.unprocessable("ballot-for-unknown-project")
                        .with("project", project.id())
                        .toException();
            }
        }
    }

    private static Election read(String text) {
        try {
            return Count.read(text).election();
        } catch (PabulibException unreadable) {
            throw Problem.unprocessable("pabulib-unreadable")
                    .with("line", unreadable.defect().line())
                    .with("column", unreadable.defect().column())
                    .with("reason", unreadable.defect().reason())
                    .toException();
        }
    }
}
