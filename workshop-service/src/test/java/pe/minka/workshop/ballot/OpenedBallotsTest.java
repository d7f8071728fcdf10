package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class OpenedBallotsTest {

    private static final long SEED = 2016;

    @Test
    void ballots_come_in_the_order_of_their_commitments_each_with_its_own_nonce_and_mark() {
        var random = new Random(SEED);
        var ballots = new OpenedBallots(10);
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            var commitment = bytes(random);
            var nonce = bytes(random);
            // many that begin alike, so that the order is not told by the beginning alone
            commitment[0] = (byte) (i % 3 == 0 ? 0xff : 0x00);
            commitment[1] = commitment[2] = commitment[3] = commitment[4] = 0;
            var mark = i % 7 == 0 ? "" : "0," + i;
            ballots.add(commitment, nonce, mark);
            expected.put(HexFormat.of().formatHex(commitment), HexFormat.of().formatHex(nonce) + " " + mark);
        }

        ballots.sort();

        assertThat(ballots.size()).isEqualTo(5_000);
        assertThat(ballots.commitments(0, 5_000)).containsExactlyElementsOf(expected.keySet());
        assertThat(IntStream.range(0, 5_000).mapToObj(rank -> ballots.nonce(rank) + " " + ballots.mark(rank)))
                .containsExactlyElementsOf(expected.values());
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }
}
