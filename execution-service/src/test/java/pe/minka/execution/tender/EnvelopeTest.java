package pe.minka.execution.tender;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopeTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Offer OFFER = new Offer(new Ruc("20131312955"), Soles.of("38400.00"), "Propuesta económica 1");

    private final byte[] key = aKey();
    private final Envelope envelope = Envelope.seal(UUID.randomUUID(), key, OFFER, RANDOM);

    @Test
    @Tag("ANT-41")
    void the_key_that_sealed_a_bid_opens_it_and_no_other_does() {
        assertThat(envelope.open(key, RANDOM)).contains(OFFER);
        assertThat(envelope.open(aKey(), RANDOM)).isEmpty();
    }

    @Test
    @Tag("ANT-41")
    void nothing_of_a_bid_can_be_read_from_its_envelope() {
        assertThat(new String(envelope.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("20131312955", "38400");
    }

    @Test
    void an_envelope_exchanged_for_another_one_does_not_open() {
        var exchanged = new Envelope(UUID.randomUUID(), envelope.sealedKey(), envelope.sealed());

        assertThat(exchanged.open(key, RANDOM)).isEmpty();
    }

    private static byte[] aKey() {
        var bytes = new byte[Envelope.KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
