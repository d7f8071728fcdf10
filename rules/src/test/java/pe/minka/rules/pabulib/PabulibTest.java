package pe.minka.rules.pabulib;

import org.junit.jupiter.api.Test;
import pe.minka.rules.BallotType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PabulibTest {
    private static final String BENT = """
        \ufeffMETA
        key;value
        description;"Left; and right"
        currency;PEN
        budget;1000,50
        vote_type;approval
        num_projects;3
        num_votes;4
        rule;greedy
        PROJECTS;;
        project_id;cost;name;target;selected
        A/1;500.25;"Water; drainage";None;1
        02;400;Say "yes";youth;0
        3;999999999;Gone;;0

        VOTES
        voter_id;vote;age
        v1; A/1 , 02 ;30
        v2;"A/1,3";31
        v3;;32
        v4;02;33
        """;

    @Test
    void a_file_that_bends_the_format_is_read_exactly() throws IOException {
        var read = read(BENT.replace("\n", "\r\n"));
        var election = read.election();

        assertThat(election.denomination().decimals()).isEqualTo(2);
        assertThat(election.budget()).isEqualTo(1000_50);
        assertThat(election.projects()).extracting("id").containsExactly("A/1", "02", "3");
        assertThat(election.projects().get(0).cost()).isEqualTo(500_25);
        assertThat(election.projects().get(0).name()).isEqualTo("Water; drainage");
        assertThat(election.projects().get(1).name()).isEqualTo("Say \"yes\"");
        assertThat(election.projects().get(2).withdrawn()).isTrue();
        assertThat(election.ballots().voters()).isEqualTo(4);
        assertThat(election.ballots().votes(3)).containsExactly(2, 2, 1);
        assertThat(read.official()).containsExactly("A/1");
        assertThat(read.meta()).containsEntry("description", "Left; and right");
        assertThat(read.warnings())
                .extracting(Defect::code)
                .contains("number-notation", "withdrawn", "byte-order-mark");
    }

    @Test
    void a_ballot_for_an_unknown_project_is_refused_with_line_and_column() {
        assertThatThrownBy(() -> read(BENT.replace("v4;02;33", "v4;02,99;33")))
                .isInstanceOfSatisfying(PabulibException.class, refused -> {
                    assertThat(refused.defect().code()).isEqualTo("unknown-project");
                    assertThat(refused.defect().line()).isEqualTo(21);
                    assertThat(refused.defect().column()).isEqualTo(7);
                    assertThat(refused.defect().reason()).contains("99");
                });
    }

    @Test
    void everything_wrong_is_said_at_once() throws IOException {
        var broken = BENT.replace("1000,50", "1,000")
                .replace("400;Say", "-4;Say")
                .replace("v4;02;33", "v1;77,02")
                .replace("num_votes;4", "num_votes;5");
        var report = Pabulib.check(bytes(broken), "broken.pb");

        assertThat(report.readable()).isFalse();
        assertThat(report.defects())
                .extracting(Defect::code)
                .contains("number-unclear", "negative", "unknown-project", "voter-twice", "count-differs");
    }

    @Test
    void a_file_that_was_cut_off_is_refused() {
        assertThatThrownBy(() -> read(BENT.substring(0, BENT.indexOf("VOTES"))))
                .hasMessageContaining("section-missing");
        assertThatThrownBy(() -> read(BENT.replace("Left; and right\"", "Left; and right")))
                .hasMessageContaining("open-quote");
        assertThatThrownBy(() -> read(BENT.substring(0, BENT.lastIndexOf("v4;") + 2)))
                .hasMessageContaining("vote-missing");
    }

    @Test
    void points_are_read_exactly_and_their_number_must_fit() throws IOException {
        var file = """
            META
            key;value
            budget;10
            vote_type;scoring
            PROJECTS
            project_id;cost
            a;1
            b;2
            VOTES
            voter_id;vote;points
            1;a,b;3,1
            2;b;0.5
            """;
        var ballots = read(file).election().ballots();

        assertThat(ballots.type()).isEqualTo(BallotType.SCORING);
        assertThat(ballots.pointDecimals()).isEqualTo(1);
        assertThat(ballots.points(0)).isEqualTo(30);
        assertThat(ballots.points(2)).isEqualTo(5);
        assertThatThrownBy(() -> read(file.replace("3,1", "3"))).hasMessageContaining("points-count");
    }

    @Test
    void a_round_trip_keeps_every_field() throws IOException {
        var once = written(BENT, Set.of());
        var twice = written(once, Set.of());

        assertThat(twice).isEqualTo(once);
        assertThat(once).contains("\"Water; drainage\"", "target", ";33").startsWith("META");
        assertThat(written(BENT, Set.of("age"))).doesNotContain(";33").doesNotContain(";age");
        assertThat(read(once).election().ballots().votes(3))
                .isEqualTo(read(BENT).election().ballots().votes(3));
    }

    @Test
    void identical_ballots_are_counted_together() throws IOException {
        var file = new StringBuilder("META\n"
                + "key;value\n"
                + "budget;10\n"
                + "vote_type;approval\n"
                + "PROJECTS\n"
                + "project_id;cost\n"
                + "a;1\n"
                + "b;2\n"
                + "VOTES\n"
                + "voter_id;vote\n");
        for (int voter = 0; voter < 5_000; voter++) {
            file.append(voter).append(voter % 2 == 0 ? ";a,b\n" : ";b,a\n");
        }
        var ballots = read(file.toString()).election().ballots();

        assertThat(ballots.voters()).isEqualTo(5_000);
        assertThat(ballots.groups()).isEqualTo(1);
    }

    private static String written(String file, Set<String> leftOut) throws IOException {
        var out = new StringWriter();
        PabulibParser.parse(bytes(file), "file.pb", new PabulibWriter(out, leftOut));
        return out.toString();
    }

    private static PabulibElection read(String file) throws IOException {
        return Pabulib.read(bytes(file), "file.pb");
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
