package pe.minka.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who comes first among projects that a rule finds equally good: a chain of criteria, declared before the vote. The
 * chain ends with one that decides every case.
 */
public final class TieBreaking {

    /** More votes, then lower cost, then the id as a string. */
    public static final TieBreaking DEFAULT = chain(Criterion.MORE_VOTES, Criterion.LOWER_COST, Criterion.IDENTIFIER);

    /** One step of a chain. */
    public sealed interface Criterion {
        /** The project that more voters named. */
        Criterion MORE_VOTES = new Plain("votes");

        Criterion LOWER_COST = new Plain("cost");

        Criterion HIGHER_COST = new Plain("higher-cost");

        /** The place on the published list. Decides every case. */
        Criterion LIST_ORDER = new Plain("list");

        /** The id, compared as a string. Decides every case. */
        Criterion IDENTIFIER = new Plain("id");

        /** Its word on the command line. */
        String word();
    }

    private record Plain(String word) implements Criterion {}

    /**
     * A draw that anyone can recompute by hand: the project comes first whose SHA-256 of {@code seed|id}, in UTF-8 and
     * written in hexadecimal, is the smallest. The seed is a value that nobody could know when the rule was declared
     * and everybody can read afterwards. Decides every case.
     */
    public record Draw(String seed) implements Criterion {
        @Override
        public String word() {
            return "draw:" + seed;
        }

        /** The lot of a project: 64 hexadecimal digits. */
        public String lot(String id) {
            try {
                var digest =
                        MessageDigest.getInstance("SHA-256").digest((seed + "|" + id).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }

    private final List<Criterion> criteria;

    private TieBreaking(List<Criterion> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    /** @throws IllegalArgumentException where the last criterion could leave a tie */
    public static TieBreaking chain(Criterion... criteria) {
        if (criteria.length == 0 || !decides(criteria[criteria.length - 1])) {
            throw new IllegalArgumentException("a chain ends with list, id or draw:SEED, or ties would stay");
        }
        return new TieBreaking(List.of(criteria));
    }

    /** Reads a chain such as {@code votes,cost,draw:2026-11-22 lottery 4711}. */
    public static TieBreaking parse(String chain) {
        var criteria = new ArrayList<Criterion>();
        for (var word : chain.split(",", -1)) {
            criteria.add(criterion(word.strip()));
        }
        return chain(criteria.toArray(Criterion[]::new));
    }

    private static Criterion criterion(String word) {
        if (word.startsWith("draw:") && word.length() > "draw:".length()) {
            return new Draw(word.substring("draw:".length()));
        }
        for (var known : List.of(
                Criterion.MORE_VOTES,
                Criterion.LOWER_COST,
                Criterion.HIGHER_COST,
                Criterion.LIST_ORDER,
                Criterion.IDENTIFIER)) {
            if (known.word().equals(word)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "unknown criterion \"" + word + "\"; known: votes, cost, higher-cost, list, id, draw:SEED");
    }

    private static boolean decides(Criterion criterion) {
        return criterion.equals(Criterion.LIST_ORDER)
                || criterion.equals(Criterion.IDENTIFIER)
                || criterion instanceof Draw;
    }

    /** The chain in words, as the command line takes it. */
    public String words() {
        return String.join(",", criteria.stream().map(Criterion::word).toList());
    }

    /** Rank of each project of an election: of two tied projects the one with the lower rank comes first. */
    public int[] ranks(Election election) {
        var votes = election.ballots().votes(election.projects().size());
        var order = IntStream.range(0, votes.length)
                .boxed()
                .sorted(comparator(election, votes))
                .toList();
        var ranks = new int[votes.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank)] = rank;
        }
        return ranks;
    }

    private Comparator<Integer> comparator(Election election, long[] votes) {
        Comparator<Integer> comparator = (left, right) -> 0;
        for (var criterion : criteria) {
            comparator = comparator.thenComparing(comparator(criterion, election, votes));
        }
        return comparator;
    }

    private static Comparator<Integer> comparator(Criterion criterion, Election election, long[] votes) {
        var projects = election.projects();
        if (criterion instanceof Draw draw) {
            var lots = projects.stream().map(project -> draw.lot(project.id())).toList();
            return Comparator.comparing(lots::get);
        }
        return switch (criterion.word()) {
            case "votes" ->
                Comparator.comparing((Integer position) -> votes[position]).reversed();
            case "cost" -> Comparator.comparing(election::cost);
            case "higher-cost" ->
                Comparator.<Integer, Long>comparing(election::cost).reversed();
            case "id" -> Comparator.comparing(position -> projects.get(position).id());
            default -> Comparator.naturalOrder();
        };
    }
}
