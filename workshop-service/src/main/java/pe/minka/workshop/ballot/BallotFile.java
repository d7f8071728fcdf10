package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.Soles;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The anonymous ballots of a closed round as a Pabulib file, always the same to the byte. Voters are numbered in the
 * order of their marks, so that a number tells nothing; no attribute of a voter is given.
 */
@ApplicationScoped
class BallotFile {

    private final BallotBox box;

    BallotFile(BallotBox box) {
        this.box = box;
    }

    String sha256(Round round, Count count) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                write(round, count, sink);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException("a ballot file could not be hashed", impossible);
        }
    }

    void write(Round round, Count count, OutputStream out) throws IOException {
        var file = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        meta(round, count, file);
        projects(round, count, file);
        votes(round, file);
        file.flush();
    }

    private static void meta(Round round, Count count, Writer file) throws IOException {
        var kind = round.paper().kind();
        file.write("META\nkey;value\n");
        line(file, "description", round.title());
        line(file, "country", "Peru");
        line(file, "unit", round.entity().value());
        line(file, "instance", round.round().toString());
        line(file, "num_projects", String.valueOf(round.options().size()));
        line(file, "num_votes", String.valueOf(count.ballots()));
        line(
                file,
                "budget",
                Objects.requireNonNullElseGet(round.budget(), () -> costOfAll(round))
                        .toString());
        line(file, "currency", "PEN");
        line(file, "vote_type", kind.pabulibType());
        line(file, "rule", "greedy");
        line(file, "date_begin", date(round.openedAt()));
        line(file, "date_end", date(round.closedAt()));
        if (kind == BallotKind.POINTS && round.rule().pointsPerBallot() != null) {
            line(file, "max_sum_points", String.valueOf(round.rule().pointsPerBallot()));
        }
        if (kind == BallotKind.SCORES && round.rule().maximumScore() != null) {
            line(file, "max_points", String.valueOf(round.rule().maximumScore()));
        }
    }

    private static Soles costOfAll(Round round) {
        return round.options().stream()
                .map(option -> Objects.requireNonNullElse(option.cost(), Soles.ZERO))
                .reduce(Soles.ZERO, Soles::plus);
    }

    private static String date(@Nullable Instant at) {
        return at == null ? "" : Peru.dayOf(at).toString();
    }

    private static void projects(Round round, Count count, Writer file) throws IOException {
        file.write("PROJECTS\nproject_id;cost;votes;score;name;objective;zone\n");
        for (RoundOption option : round.options()) {
            file.write(option.option() + ";"
                    + Objects.requireNonNullElse(option.cost(), Soles.ZERO) + ";"
                    + count.votes(option.position()) + ";"
                    + count.score(option.position()) + ";"
                    + cell(option.title()) + ";"
                    + (option.objective() == null ? "" : option.objective()) + ";"
                    + (option.zone() == null ? "" : cell(option.zone())) + "\n");
        }
    }

    private void votes(Round round, Writer file) throws IOException {
        boolean points = round.paper().kind().hasPoints();
        file.write(points ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n");
        var number = new int[1];
        try {
            box.forEachMark(round.round(), (mark, times) -> {
                var options = mark.choices().stream()
                        .map(choice ->
                                round.options().get(choice.position()).option().toString())
                        .collect(Collectors.joining(","));
                var given = points
                        ? ";"
                                + mark.choices().stream()
                                        .map(choice -> String.valueOf(choice.points()))
                                        .collect(Collectors.joining(","))
                        : "";
                for (int i = 0; i < times; i++) {
                    write(file, ++number[0] + ";" + options + given + "\n");
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void write(Writer file, String text) {
        try {
            file.write(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void line(Writer file, String key, String value) throws IOException {
        file.write(key + ";" + cell(value) + "\n");
    }

    /** The format knows no quotes: what would end a cell or a line becomes a comma or a blank. */
    private static String cell(String text) {
        return text.replace(';', ',').replaceAll("\\s+", " ").strip();
    }
}
