package pe.minka.rules.pabulib;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What real files do to the format, one thing at a time. */
class PabulibOdditiesTest {
    private static final String PLAIN = """
        META
        key;value
        description;A town
        budget;1000
        vote_type;approval
        rule;greedy
        num_projects;3
        num_votes;3
        PROJECTS
        project_id;cost;name;category;target
        A/1;500;Park;green,health;adults
        02;400;School;education;children
        7;200;Lamp;;
        VOTES
        voter_id;vote
        1;A/1,02
        2;02
        3;7
        """;

    @Test
    void the_plain_file_has_nothing_to_note() throws IOException {
        assertThat(read(PLAIN).warnings()).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_read_over_and_noted() throws IOException {
        assertSame("\ufeff" + PLAIN, "byte-order-mark");
    }

    @Test
    void lines_may_end_as_on_any_system() throws IOException {
        assertThat(read(PLAIN.replace("\n", "\r\n")).warnings()).isEmpty();
        assertSame(PLAIN.replace("\n", "\r\n"));
        assertSame(PLAIN.replace("\n", "\r"));
    }

    @Test
    void decimal_commas_and_grouped_digits_are_read_and_noted() throws IOException {
        assertSame(PLAIN.replace("7;200;", "7;200,00;"), "number-notation");
        assertSame(PLAIN.replace("budget;1000", "budget;1 000"), "number-notation");
        assertSame(PLAIN.replace("7;200;", "7;2E2;"));
        assertSame(PLAIN.replace("7;200;", "7;200.00;"));
        assertThat(read(PLAIN.replace("7;200;", "7;200,05;")).election().cost(2))
                .isEqualTo(200_05);
    }

    @Test
    void a_number_that_could_mean_two_things_is_refused_where_it_stands() {
        assertThatThrownBy(() -> read(PLAIN.replace("budget;1000", "budget;1,000")))
                .isInstanceOfSatisfying(PabulibException.class, refused -> {
                    assertThat(refused.defect().line()).isEqualTo(4);
                    assertThat(refused.defect().column()).isEqualTo(8);
                });
        assertThatThrownBy(() -> read(PLAIN.replace("7;200;", "7;two;"))).hasMessageContaining("two");
        assertThatThrownBy(() -> read(PLAIN.replace("7;200;", "7;-200;"))).hasMessageContaining("negative");
    }

    @Test
    void lists_may_hold_blanks_and_end_in_a_comma() throws IOException {
        assertSame(PLAIN.replace("1;A/1,02", "1; A/1 ,  02 "));
        assertSame(PLAIN.replace("1;A/1,02", "1;\"A/1, 02\""));
        assertSame(PLAIN.replace("1;A/1,02", "1;A/1,,02,"));
    }

    @Test
    void quotes_hold_semicolons_line_ends_and_quotes() throws IOException {
        var read = read(PLAIN.replace("Park;", "\"Park; with \"\"pond\"\"\nand trees\";"));

        assertThat(read.election().projects().get(0).name()).isEqualTo("Park; with \"pond\"\nand trees");
        assertThat(read.election().projects()).hasSize(3);
    }

    @Test
    void a_semicolon_without_quotes_in_the_description_is_kept_and_noted() throws IOException {
        var read = read(PLAIN.replace("A town", "A town; small"));

        assertThat(read.meta()).containsEntry("description", "A town;small");
        assertThat(read.warnings()).extracting(Defect::code).contains("unquoted-semicolon");
    }

    @Test
    void target_is_called_beneficiaries_since_2026_and_both_are_kept() throws IOException {
        assertSame(PLAIN.replace("category;target", "category;beneficiaries"));
    }

    @Test
    void older_headings_are_understood_and_noted() throws IOException {
        assertSame(PLAIN.replace("project_id;cost", "id;price"), "older-heading");
        assertSame(PLAIN.replace("META\n", "meta\n").replace("VOTES\n", "Votes;\n"));
    }

    @Test
    void ids_are_strings_even_where_they_look_like_numbers() throws IOException {
        var ids = read(PLAIN.replace("02", "007").replace("3;7", "3;7")).election();

        assertThat(ids.projects()).extracting("id").containsExactly("A/1", "007", "7");
        assertThat(ids.ballots().votes(3)).containsExactly(1, 2, 1);
    }

    @Test
    void a_project_of_999999999_is_withdrawn() throws IOException {
        var read = read(PLAIN.replace("7;200;", "7;999999999;"));

        assertThat(read.election().projects().get(2).withdrawn()).isTrue();
        assertThat(read.warnings()).extracting(Defect::code).contains("withdrawn");
    }

    @Test
    void empty_ballots_and_blank_lines_are_read() throws IOException {
        var read = read(PLAIN.replace("3;7\n", "\n3;\n\n"));

        assertThat(read.election().ballots().voters()).isEqualTo(3);
        assertThat(read.election().ballots().votes(3)).containsExactly(1, 2, 0);
    }

    @Test
    void fewer_ballots_than_announced_are_noted() throws IOException {
        assertThat(read(PLAIN.replace("3;7\n", "")).warnings())
                .extracting(Defect::code)
                .contains("count-differs");
    }

    @Test
    void an_upload_of_a_million_ballots_cut_off_in_the_middle_is_refused_at_the_line_of_the_cut() {
        assertThatThrownBy(() -> Pabulib.read(new EndlessVotes(600_000, 1_000_000, "600001"), "upload.pb"))
                .isInstanceOfSatisfying(PabulibException.class, refused -> {
                    assertThat(refused.defect().code()).isEqualTo("vote-missing");
                    assertThat(refused.defect().line()).isEqualTo(600_016);
                    assertThat(refused.defect().reason()).contains("cut off");
                });
        assertThatThrownBy(() -> Pabulib.read(new EndlessVotes(600_000, 1_000_000, "600001;A/1"), "upload.pb"))
                .hasMessageContaining("600001 of 1000000 ballots")
                .hasMessageContaining("cut-off");
        assertThatThrownBy(() -> Pabulib.read(new EndlessVotes(10, 1_000_000, "11;\"A/1"), "upload.pb"))
                .hasMessageContaining("open-quote");
    }

    /** A file that is never in memory as a whole: announced ballots, those sent, and how it ends. */
    private static final class EndlessVotes extends InputStream {
        private final long sent;
        private final String end;
        private ByteArrayInputStream piece;
        private long next = 1;

        private EndlessVotes(long sent, long announced, String end) {
            this.sent = sent;
            this.end = end;
            var head = PLAIN.substring(0, PLAIN.indexOf("1;A/1")).replace("num_votes;3", "num_votes;" + announced);
            piece = new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() {
            int read = piece.read();
            if (read < 0 && next <= sent + 1) {
                var line = next <= sent ? next + ";A/1,02\n" : end;
                next++;
                piece = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
                read = piece.read();
            }
            return read;
        }
    }

    /** The bent file is the plain election; and what is noted about it. */
    private static void assertSame(String bent, String... notes) throws IOException {
        var read = read(bent);
        var plain = read(PLAIN).election();

        assertThat(read.election().denomination().decimal(read.election().budget()))
                .isEqualByComparingTo("1000");
        assertThat(read.election().projects()).extracting("id").containsExactly("A/1", "02", "7");
        for (int project = 0; project < 3; project++) {
            assertThat(read.election().denomination().decimal(read.election().cost(project)))
                    .isEqualByComparingTo(plain.denomination().decimal(plain.cost(project)));
        }
        assertThat(read.election().ballots().votes(3)).containsExactly(1, 2, 1);
        assertThat(read.warnings()).extracting(Defect::code).contains(notes);
    }

    private static PabulibElection read(String file) throws IOException {
        return Pabulib.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "file.pb");
    }
}
