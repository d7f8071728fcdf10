package pe.minka.workshop.ballot;

import jakarta.inject.Singleton;
import pe.minka.workshop.receipt.ReceiptKey;

import java.util.HexFormat;
import java.util.UUID;

/** What a round pledges when it opens: the key of its receipts, and the seed of a draw, which it shows after the close. */
@Singleton
public class RoundPledges {

    private final BallotKeys keys;

    RoundPledges(BallotKeys keys) {
        this.keys = keys;
    }

    public ReceiptKey receiptKey(UUID round) {
        return ReceiptKey.of(round, keys.receiptSeed(round));
    }

    /** 32 bytes in hexadecimal. Its hash is told at the opening; itself to nobody before the close. */
    public String drawSeed(UUID round) {
        return HexFormat.of().formatHex(keys.drawSeed(round));
    }
}
