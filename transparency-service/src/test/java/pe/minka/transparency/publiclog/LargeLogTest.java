package pe.minka.transparency.publiclog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A log past 256,000 entries, where the index of a tile is written in two groups. Whoever checks it has nothing but the
 * tiles, asked for by the paths that the format prescribes, and the root that was signed.
 */
class LargeLogTest {

    private static final int SIZE = 256_300;

    /** Complete subtrees by level and index. */
    private static final List<List<byte[]>> NODES = new ArrayList<>();

    @BeforeAll
    static void log() {
        for (int size = 0; size < SIZE; size++) {
            for (var node : Merkle.append(size, Merkle.leafHash(entry(size)), LargeLogTest::hash)) {
                if (NODES.size() == node.level()) {
                    NODES.add(new ArrayList<>());
                }
                NODES.get(node.level()).add(node.hash());
            }
        }
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hash(int level, long index) {
        return NODES.get(level).get((int) index);
    }

    /** Somebody with a browser: every hash comes out of a tile. */
    private static final class Reader {

        private final TreeSet<String> asked = new TreeSet<>();

        byte[] hash(int level, long index) {
            int above = level % 8;
            return subtree(level / 8, index << above, 1 << above);
        }

        private byte[] subtree(int tileLevel, long first, int width) {
            if (width == 1) {
                return tile(path(tileLevel, first / 256)).get((int) (first % 256));
            }
            return Merkle.nodeHash(
                    subtree(tileLevel, first, width / 2), subtree(tileLevel, first + width / 2, width / 2));
        }

        private List<byte[]> tile(String path) {
            asked.add(path);
            var wanted = TilePath.of(path).orElseThrow(() -> new AssertionError("no path of a tile: " + path));
            return NODES.get(wanted.treeLevel()).subList((int) wanted.first(), (int) wanted.first() + wanted.width());
        }

        /** As C2SP tlog-tiles writes it: three digits a group, all but the last with an x; and how many of 256. */
        private static String path(int tileLevel, long index) {
            long hashes = SIZE >> (8 * tileLevel);
            var groups = new StringBuilder("%03d".formatted(index % 1000));
            for (long rest = index / 1000; rest > 0; rest /= 1000) {
                groups.insert(0, "x%03d/".formatted(rest % 1000));
            }
            long width = Math.min(256, hashes - index * 256);
            return tileLevel + "/" + groups + (width < 256 ? ".p/" + width : "");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 65_535, 65_536, 255_999, 256_000, 256_255, 256_256, SIZE - 1})
    void an_entry_at_the_edge_of_a_tile_is_proved_by_the_tiles_alone(int number) {
        var reader = new Reader();
        var root = Merkle.root(SIZE, LargeLogTest::hash);

        var proof = Merkle.inclusion(number, SIZE, reader::hash);

        assertThat(Merkle.root(SIZE, reader::hash)).isEqualTo(root);
        assertThat(reader.hash(0, number)).isEqualTo(Merkle.leafHash(entry(number)));
        assertThat(Verifier.included(Merkle.leafHash(entry(number)), number, SIZE, proof, root))
                .isTrue();
        assertThat(Verifier.included(Merkle.leafHash(entry(number + 1)), number, SIZE, proof, root))
                .isFalse();
        assertThat(reader.asked).contains("0/x001/001.p/44", "1/003.p/233", "2/000.p/3");
    }

    @Test
    void the_tiles_past_the_thousandth_are_those_after_it_and_no_others() {
        var reader = new Reader();

        assertThat(reader.hash(0, 255_999)).isEqualTo(Merkle.leafHash(entry(255_999)));
        assertThat(reader.hash(0, 256_000)).isEqualTo(Merkle.leafHash(entry(256_000)));
        assertThat(reader.hash(0, 256_256)).isEqualTo(Merkle.leafHash(entry(256_256)));
        assertThat(reader.asked).containsExactlyInAnyOrder("0/999", "0/x001/000", "0/x001/001.p/44");
    }

    @Test
    void the_log_of_before_its_thousandth_tile_is_the_beginning_of_the_later_one() {
        var reader = new Reader();
        var before = Merkle.root(255_999, LargeLogTest::hash);
        var after = Merkle.root(SIZE, LargeLogTest::hash);

        assertThat(Verifier.consistent(255_999, SIZE, Merkle.consistency(255_999, SIZE, reader::hash), before, after))
                .isTrue();
    }
}
