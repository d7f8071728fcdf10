package pe.minka.transparency.publiclog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class PublicLogIT {

    private static final HexFormat HEX = HexFormat.of();

    @Inject
    AgroalDataSource database;

    private static Response entries(Cycle cycle) {
        return Eventually.value(() -> {
            var found = Cycle.anyone().queryParam("process", cycle.process()).get("/v1/log/entries");
            found.then()
                    .statusCode(200)
                    .body("items.kind", hasItems("process-called", "roll-published", "minutes-sealed"))
                    .body(
                            "items.kind",
                            hasItems(
                                    "ballot-committed", "round-tallied", "agreements-act-signed", "approval-recorded"));
            return found;
        });
    }

    private static List<byte[]> path(Response proof) {
        return proof.<List<String>>path("path").stream().map(HEX::parseHex).toList();
    }

    @Test
    void a_commitment_on_a_receipt_is_proved_to_be_in_the_signed_log() {
        var cycle = Cycle.somewhere().whole();
        entries(cycle);
        var commitment = "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9";
        var mine = Cycle.anyone()
                .queryParam("subject", commitment)
                .queryParam("process", cycle.process())
                .get("/v1/log/entries");
        mine.then().body("items", hasSize(1)).body("items[0].entry.statement.commitment", equalTo(commitment));
        long index = mine.<Number>path("items[0].index").longValue();
        var proof = Cycle.anyone().queryParam("index", index).get("/v1/log/proofs/inclusion");
        long size = proof.<Number>path("size").longValue();

        assertThat(Verifier.included(
                        HEX.parseHex(proof.path("leafHash")),
                        index,
                        size,
                        path(proof),
                        HEX.parseHex(proof.path("root"))))
                .isTrue();
        assertThat(proof.<String>path("leafHash")).isEqualTo(mine.path("items[0].leafHash"));
    }

    @Test
    void an_act_on_ballots_of_a_channel_stands_in_the_log_and_on_the_audit_trail() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called");
        cycle.tell("workshop", "channel-act-recorded");
        var thing = cycle.id("5d7c9b1a-3e2f-4a60-9c8d-1b0a2f3e4d50");

        Eventually.that(() -> Cycle.anyone()
                .queryParam("subject", thing)
                .queryParam("process", cycle.process())
                .get("/v1/log/entries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("channel-act-recorded"))
                .body("items[0].entry.statement.act", equalTo("BALLOT_COUNTED"))
                .body("items[0].entry.statement.accounts", equalTo(2)));
        Eventually.that(() -> Cycle.anyone()
                .get("/v1/processes/{process}/audit-trail", cycle.process())
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("ChannelActRecorded"))
                .body("items.find { it.kind == 'ChannelActRecorded' }.office", equalTo("polling-officer")));
    }

    @Test
    void acts_on_a_vote_and_on_its_roll_are_in_the_log_by_their_hashes() {
        var cycle = Cycle.somewhere()
                .tell("registry", "process-called")
                .tell("workshop", "round-act-recorded", "roll-act-recorded");

        Eventually.value(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .get("/v1/log/entries")
                .then()
                .body("items.kind", hasItems("round-act-recorded", "roll-act-recorded"))
                .body("items.find { it.kind == 'round-act-recorded' }.entry.statement.act", equalTo("EXTENSION"))
                .body(
                        "items.find { it.kind == 'roll-act-recorded' }.entry.statement.sha256",
                        equalTo("1c3d5b7f9e1e4c3a8b7f60514233221100ffeeddccbbaa998877665544332211")));
    }

    @Test
    void the_checkpoint_is_signed_and_its_root_is_that_of_the_entries_in_the_tiles() {
        var cycle = Cycle.somewhere().whole();
        entries(cycle);
        var note = RestAssured.given().get("/v1/log/checkpoint").asString();
        var key = Cycle.anyone().get("/v1/log/keys").<String>path("items[0].verifierKey");
        var publicKey = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
        int size = Integer.parseInt(Notes.line(note, 1));

        assertThat(Notes.isSignedBy(note, java.util.Arrays.copyOfRange(publicKey, 1, 33)))
                .isTrue();
        assertThat(Base64.getEncoder().encodeToString(rootOfTiles(size))).isEqualTo(Notes.line(note, 2));
    }

    /** Fetches all entries as C2SP tlog-tiles has them and hashes them as RFC 6962 says. */
    private static byte[] rootOfTiles(int size) {
        var leaves = new ArrayList<byte[]>();
        for (int tile = 0; leaves.size() < size; tile++) {
            int width = Math.min(256, size - leaves.size());
            var name = "%03d%s".formatted(tile, width < 256 ? ".p/" + width : "");
            var bundle = ByteBuffer.wrap(RestAssured.given()
                    .get("/v1/log/tile/entries/" + name)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray());
            var hashes = RestAssured.given().get("/v1/log/tile/0/" + name).asByteArray();
            for (int i = 0; i < width; i++) {
                var entry = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(entry);
                leaves.add(Merkle.leafHash(entry));
                assertThat(HEX.formatHex(hashes, 32 * i, 32 * i + 32))
                        .isEqualTo(HEX.formatHex(leaves.get(leaves.size() - 1)));
            }
        }
        return treeHash(leaves);
    }

    private static byte[] treeHash(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.nodeHash(treeHash(leaves.subList(0, split)), treeHash(leaves.subList(split, leaves.size())));
    }

    /** Until the log has at least so many entries. */
    private static int grownTo(int entries) {
        for (int size = size(); size < entries; size = size()) {
            grow(entries - size);
        }
        return size();
    }

    private static int size() {
        return Integer.parseInt(
                Notes.line(RestAssured.given().get("/v1/log/checkpoint").asString(), 1));
    }

    /** By commitments of one more round. */
    private static void grow(int entries) {
        int before = size();
        var cycle = Cycle.somewhere();
        cycle.tell("workshop", "ballots-committed", event -> {
            var commitments = event.putArray("commitments");
            for (int i = 0; i < entries; i++) {
                commitments.add(pe.minka.platform.core.Hashes.sha256Hex(cycle.process() + i));
            }
        });
        Eventually.value(() -> {
            assertThat(size()).isGreaterThanOrEqualTo(before + entries);
            return before;
        });
    }

    private static byte[] tile(String path) {
        return RestAssured.given()
                .get("/v1/log/tile/" + path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .extract()
                .asByteArray();
    }

    @Test
    void a_hash_of_the_second_level_of_tiles_is_that_of_a_whole_tile_below() {
        int size = grownTo(600);
        int whole = Math.min(256, size / 256);

        var upper = tile("1/000" + (whole < 256 ? ".p/" + whole : ""));

        assertThat(upper).hasSize(32 * whole);
        for (int index : List.of(0, 1, whole - 1)) {
            var lower = tile("0/%03d".formatted(index));
            assertThat(lower).hasSize(32 * 256);
            assertThat(HEX.formatHex(upper, 32 * index, 32 * index + 32))
                    .isEqualTo(HEX.formatHex(treeHash(hashes(lower))));
        }
    }

    private static List<byte[]> hashes(byte[] tile) {
        var hashes = new ArrayList<byte[]>();
        for (int at = 0; at < tile.length; at += 32) {
            hashes.add(java.util.Arrays.copyOfRange(tile, at, at + 32));
        }
        return hashes;
    }

    @Test
    void a_tile_that_is_not_full_is_the_beginning_of_the_one_that_is_and_what_is_not_there_is_no_tile() {
        grownTo(600);
        var whole = tile("0/001");
        var entries = tile("entries/001");
        for (int width : List.of(1, 2, 255)) {
            assertThat(tile("0/001.p/" + width)).isEqualTo(java.util.Arrays.copyOf(whole, 32 * width));
            var part = tile("entries/001.p/" + width);
            assertThat(part).isEqualTo(java.util.Arrays.copyOf(entries, part.length));
        }
        var last = "%03d".formatted(size() / 256);
        for (String none : List.of(
                "0/x001/000", // four digits begin with the thousandth tile
                "0/x000/001", // leading groups are never nought
                "0/001.p/256",
                "0/001.p/0",
                "0/1",
                "0/0001",
                "8/000",
                "entries/x001/000",
                "7/000",
                "0/" + last)) {
            RestAssured.given().get("/v1/log/tile/" + none).then().statusCode(404);
        }
    }

    @Test
    void of_all_checkpoints_that_were_seen_each_is_the_beginning_of_each_later_one() {
        grownTo(300);
        var seen = new ArrayList<String>();
        for (int entries : List.of(1, 1, 2, 3, 7, 41, 250)) {
            seen.add(RestAssured.given().get("/v1/log/checkpoint").asString());
            grow(entries);
        }
        seen.add(RestAssured.given().get("/v1/log/checkpoint").asString());
        for (int earlier = 0; earlier < seen.size(); earlier++) {
            for (int later = earlier; later < seen.size(); later++) {
                var from = seen.get(earlier);
                var to = seen.get(later);
                var proof = Cycle.anyone()
                        .queryParam("from", Notes.line(from, 1))
                        .queryParam("to", Notes.line(to, 1))
                        .get("/v1/log/proofs/consistency");
                assertThat(Verifier.consistent(
                                Long.parseLong(Notes.line(from, 1)),
                                Long.parseLong(Notes.line(to, 1)),
                                path(proof),
                                Base64.getDecoder().decode(Notes.line(from, 2)),
                                Base64.getDecoder().decode(Notes.line(to, 2))))
                        .as("%s of %s", Notes.line(from, 1), Notes.line(to, 1))
                        .isTrue();
            }
        }
    }

    @Test
    void the_log_that_was_seen_is_the_beginning_of_the_log_that_grew() {
        entries(Cycle.somewhere().whole());
        var seen = RestAssured.given().get("/v1/log/checkpoint").asString();
        entries(Cycle.somewhere().whole());
        var proof = Cycle.anyone().queryParam("from", Notes.line(seen, 1)).get("/v1/log/proofs/consistency");
        proof.then().body("to", greaterThan(Integer.parseInt(Notes.line(seen, 1))));

        assertThat(Verifier.consistent(
                        proof.<Number>path("from").longValue(),
                        proof.<Number>path("to").longValue(),
                        path(proof),
                        Base64.getDecoder().decode(Notes.line(seen, 2)),
                        HEX.parseHex(proof.path("toRoot"))))
                .isTrue();
        Cycle.anyone()
                .queryParam("from", 1)
                .queryParam("to", 100_000_000)
                .get("/v1/log/proofs/consistency")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:minka:problem:tree-size-unknown"));
    }

    @Test
    void not_even_the_owner_of_the_database_changes_an_entry() throws SQLException {
        entries(Cycle.somewhere().whole());
        for (String attack : List.of(
                "update log_entry set entry = 'x' where index = 0",
                "delete from log_entry where index = 0",
                "truncate log_entry cascade",
                "update log_node set hash = hash",
                "delete from log_checkpoint")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(attack)).hasMessageContaining("append-only");
            }
        }
    }
}
