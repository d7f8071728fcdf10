package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.problem.Problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** The ballots of a closed round as anyone may have them: without voters, and apart from their commitments. */
@ApplicationScoped
public class PublicBallots {

    private static final int AT_ONCE = 5_000;

    private final BallotBox box;
    private final BallotFile file;

    PublicBallots(BallotBox box, BallotFile file) {
        this.box = box;
        this.file = file;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem while there are no ballots that anyone may see */
    public void mustBeOver(Round round) {
        if (!round.state().isOver()) {
            throw Problem.conflict("round-not-closed").toException();
        }
    }

    /** The Pabulib file, always the same to the byte. */
    public void write(Round round, OutputStream out) throws IOException {
        file.write(round, box.count(round), out);
    }

    /** All commitments in the order of their values, one a line. */
    public void writeCommitments(UUID round, OutputStream out) throws IOException {
        List<String> page;
        var after = new byte[0];
        do {
            page = box.commitments(round, after, AT_ONCE);
            for (String commitment : page) {
                out.write((commitment + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (!page.isEmpty()) {
                after = HexFormat.of().parseHex(page.get(page.size() - 1));
            }
        } while (page.size() == AT_ONCE);
    }
}
