package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class CommitmentRangeTest {

    private static final byte[] COMMITMENT = HexFormat.of().parseHex("a5".repeat(32));

    @Test
    void no_bit_in_common_is_every_commitment_there_is() {
        var all = CommitmentRange.beginningWith(COMMITMENT, 0);

        assertThat(all.from()).isEqualTo(HexFormat.of().parseHex("00".repeat(32)));
        assertThat(all.to()).isEqualTo(HexFormat.of().parseHex("ff".repeat(32)));
    }

    @Test
    void bits_in_common_may_end_within_a_byte() {
        var alike = CommitmentRange.beginningWith(COMMITMENT, 11);

        assertThat(alike.from()).isEqualTo(HexFormat.of().parseHex("a5a0" + "00".repeat(30)));
        assertThat(alike.to()).isEqualTo(HexFormat.of().parseHex("a5bf" + "ff".repeat(30)));
    }
}
