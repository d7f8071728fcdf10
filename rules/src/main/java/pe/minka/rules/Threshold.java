package pe.minka.rules;

import java.math.BigDecimal;

/** How many votes (or points, where support is counted in points) a project needs to be looked at. */
public sealed interface Threshold {

    /** None. */
    Threshold NONE = new Votes(0);

    /** Whether this much support suffices, where so many voters voted. */
    boolean metBy(long support, long voters);

    /** The threshold in words. */
    String words();

    /** A number of votes or points. */
    record Votes(long least) implements Threshold {
        @Override
        public boolean metBy(long support, long voters) {
            return support >= least;
        }

        @Override
        public String words() {
            return String.valueOf(least);
        }
    }

    /** A share of all voters, in percent. */
    record Share(BigDecimal percent) implements Threshold {
        @Override
        public boolean metBy(long support, long voters) {
            return BigDecimal.valueOf(support)
                            .multiply(BigDecimal.valueOf(100))
                            .compareTo(percent.multiply(BigDecimal.valueOf(voters)))
                    >= 0;
        }

        @Override
        public String words() {
            return percent.toPlainString() + "%";
        }
    }

    /** Reads {@code 30} or {@code 5%}. */
    static Threshold parse(String words) {
        return words.endsWith("%")
                ? new Share(
                        new BigDecimal(words.substring(0, words.length() - 1).strip()))
                : new Votes(Long.parseLong(words.strip()));
    }
}
