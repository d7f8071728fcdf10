package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proofs of the tree of eight leaves that implementations of Certificate Transparency share, with proofs that must be
 * refused. They were computed from the formulas of RFC 6962 2.1 by another program than the one under test.
 */
class KnownProofsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static JsonNode known;
    private static final Map<String, byte[]> NODES = new HashMap<>();

    @BeforeAll
    static void readThem() throws IOException {
        try (var file = KnownProofsTest.class.getResourceAsStream("rfc6962-proofs.json")) {
            known = new ObjectMapper().readTree(file);
        }
        long size = 0;
        for (JsonNode leaf : known.get("leaves")) {
            Merkle.append(size++, Merkle.leafHash(HEX.parseHex(leaf.asText())), KnownProofsTest::node)
                    .forEach(node -> NODES.put(node.level() + "/" + node.index(), node.hash()));
        }
    }

    private static byte[] node(int level, long index) {
        return NODES.get(level + "/" + index);
    }

    private static byte[] hash(JsonNode proof, String name) {
        return HEX.parseHex(proof.get(name).asText());
    }

    private static List<byte[]> path(JsonNode proof) {
        var path = new ArrayList<byte[]>();
        proof.get("path").forEach(step -> path.add(HEX.parseHex(step.asText())));
        return path;
    }

    @Test
    void the_public_ones_are_among_them() {
        assertThat(known.toString())
                .contains("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
                .contains(
                        "\"index\":5,\"size\":8,\"leafHash\":\"4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658\","
                                + "\"path\":[\"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b\","
                                + "\"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0\","
                                + "\"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7\"]")
                .contains("\"from\":6,\"to\":8,\"path\":["
                        + "\"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a\","
                        + "\"ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0\","
                        + "\"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7\"]");
    }

    @Test
    void a_leaf_is_proved_as_is_known_and_nothing_else_is_believed() {
        for (JsonNode proof : known.get("inclusion")) {
            long index = proof.get("index").asLong();
            long size = proof.get("size").asLong();
            boolean valid = proof.get("valid").asBoolean();

            assertThat(Verifier.included(hash(proof, "leafHash"), index, size, path(proof), hash(proof, "root")))
                    .as("%s: %s", proof.get("why"), proof)
                    .isEqualTo(valid);
            if (valid) {
                assertThat(Merkle.inclusion(index, size, KnownProofsTest::node)).containsExactlyElementsOf(path(proof));
                assertThat(Merkle.root(size, KnownProofsTest::node)).isEqualTo(hash(proof, "root"));
            }
        }
    }

    @Test
    void an_earlier_tree_is_proved_as_is_known_and_nothing_else_is_believed() {
        for (JsonNode proof : known.get("consistency")) {
            long from = proof.get("from").asLong();
            long to = proof.get("to").asLong();
            boolean valid = proof.get("valid").asBoolean();

            assertThat(Verifier.consistent(from, to, path(proof), hash(proof, "fromRoot"), hash(proof, "toRoot")))
                    .as("%s: %s", proof.get("why"), proof)
                    .isEqualTo(valid);
            if (valid) {
                assertThat(Merkle.consistency(from, to, KnownProofsTest::node)).containsExactlyElementsOf(path(proof));
            }
        }
    }
}
