package pe.minka.execution.tender;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ruc;
import pe.minka.platform.core.Soles;

/** What is in an envelope: who offers, for how much, by which document. */
record Offer(Ruc bidder, Soles amount, String document) {

    /** The number of a natural person holds the person's identity number: it is not published. */
    @Nullable
    String bidderToName() {
        return bidder.value().startsWith("20") ? bidder.value() : null;
    }

    String written() {
        return bidder.value() + "\n" + amount + "\n" + document;
    }

    static Offer read(String written) {
        var lines = written.split("\n", 3);
        return new Offer(new Ruc(lines[0]), Soles.of(lines[1]), lines[2]);
    }
}
