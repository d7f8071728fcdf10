package pe.minka.transparency.publiclog;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MerkleTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The eight leaves and roots that implementations of Certificate Transparency share. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** A log in memory. */
    private static final class Tree {

        private final Map<String, byte[]> nodes = new HashMap<>();
        private long size;

        void append(byte[] entry) {
            Merkle.append(size++, Merkle.leafHash(entry), this::hash)
                    .forEach(node -> nodes.put(node.level() + "/" + node.index(), node.hash()));
        }

        byte[] hash(int level, long index) {
            var hash = nodes.get(level + "/" + index);
            assertThat(hash).as("node %d/%d", level, index).isNotNull();
            return hash;
        }
    }

    private static Tree treeOf(int leaves) {
        var tree = new Tree();
        for (int i = 0; i < leaves; i++) {
            tree.append(("entry " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return tree;
    }

    @Test
    void the_roots_are_those_of_the_public_vectors() {
        var tree = new Tree();
        assertThat(HEX.formatHex(Merkle.root(0, tree::hash))).isEqualTo(ROOTS.get(0));
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(HEX.parseHex(LEAVES.get(i)));
            assertThat(HEX.formatHex(Merkle.root(i + 1, tree::hash))).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void every_leaf_of_every_tree_is_proved_to_be_in_it_and_no_altered_proof_is_believed() {
        var tree = treeOf(70);
        for (long size = 1; size <= 70; size++) {
            var root = Merkle.root(size, tree::hash);
            for (long index = 0; index < size; index++) {
                var leaf = tree.hash(0, index);
                var path = Merkle.inclusion(index, size, tree::hash);
                assertThat(Verifier.included(leaf, index, size, path, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                assertThat(Verifier.included(altered(leaf), index, size, path, root))
                        .isFalse();
                assertThat(Verifier.included(leaf, index, size, path, altered(root)))
                        .isFalse();
                for (int step = 0; step < path.size(); step++) {
                    assertThat(Verifier.included(leaf, index, size, alteredAt(path, step), root))
                            .isFalse();
                }
                if (!path.isEmpty()) {
                    assertThat(Verifier.included(leaf, index, size, path.subList(1, path.size()), root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_earlier_tree_is_proved_to_be_the_beginning_of_every_later_one() {
        var tree = treeOf(70);
        for (long to = 1; to <= 70; to++) {
            for (long from = 1; from <= to; from++) {
                var path = Merkle.consistency(from, to, tree::hash);
                var before = Merkle.root(from, tree::hash);
                var after = Merkle.root(to, tree::hash);
                assertThat(Verifier.consistent(from, to, path, before, after))
                        .as("%d to %d", from, to)
                        .isTrue();
                assertThat(Verifier.consistent(from, to, path, altered(before), after))
                        .isFalse();
                assertThat(Verifier.consistent(from, to, path, before, altered(after)))
                        .isFalse();
                for (int step = 0; step < path.size(); step++) {
                    assertThat(Verifier.consistent(from, to, alteredAt(path, step), before, after))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_log_with_a_changed_entry_is_not_consistent_with_what_was_seen() {
        var honest = treeOf(20);
        var lying = new Tree();
        for (int i = 0; i < 30; i++) {
            lying.append(("entry " + (i == 7 ? "other" : i)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var seen = Merkle.root(20, honest::hash);

        assertThat(Verifier.consistent(
                        20, 30, Merkle.consistency(20, 30, lying::hash), seen, Merkle.root(30, lying::hash)))
                .isFalse();
    }

    private static byte[] altered(byte[] hash) {
        var other = hash.clone();
        other[3] ^= 1;
        return other;
    }

    private static List<byte[]> alteredAt(List<byte[]> path, int step) {
        var other = new ArrayList<>(path);
        other.set(step, altered(path.get(step)));
        return other;
    }
}
