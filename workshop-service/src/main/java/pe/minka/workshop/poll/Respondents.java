package pe.minka.workshop.poll;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.ballot.Polling;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Citizens of a poll. A document is turned into an identifier by a key that is in no database, another one in each
 * round, and is kept nowhere: eight digits behind a bare hash are guessed in seconds.
 */
@ApplicationScoped
class Respondents {

    private static final Pattern DOCUMENT = Pattern.compile("DNI:[0-9]{8}|CE:[A-Z0-9]{6,12}|PASSPORT:[A-Z0-9]{5,20}");
    private static final Pattern BLANK = Pattern.compile("\\s");

    private final KeyedIndex index;
    private final Statements statements;

    Respondents(KeyedIndex index, Statements statements) {
        this.index = index;
        this.statements = statements;
    }

    /** @param documents such as {@code DNI:41234567}; what is none is missing from the answer */
    Map<String, UUID> identifiers(Polling.Vote vote, Collection<String> documents) {
        var keyedBy = firstRound(vote).orElse(vote.round());
        Map<String, UUID> found = new HashMap<>();
        for (String typed : documents) {
            var document = BLANK.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
            if (DOCUMENT.matcher(document).matches()) {
                found.put(typed, identifier(keyedBy, document));
            }
        }
        return found;
    }

    private UUID identifier(UUID round, String document) {
        int colon = document.indexOf(':');
        var keyed = index.of("poll/" + round + "/" + document.substring(0, colon), document.substring(colon + 1));
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(keyed));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /**
     * The round whose verified residents vote again in this second one, by the identifiers that they have from there:
     * nobody can turn those into others. Nothing where it is no second round, or whoever is met is asked anew.
     */
    Optional<UUID> firstRound(Polling.Vote vote) {
        return vote.rule().ofRespondents()
                ? Optional.empty()
                : statements.find(
                        "select of_round from second_round where round = ?",
                        row -> row.getObject(1, UUID.class),
                        vote.round());
    }

    /** Puts those who were met on the roll, in whose zone they were met; who is on it stays as he is. */
    void meet(UUID round, Collection<UUID> respondents, String[] zones) {
        statements.execute(
                "insert into roll_entry (round, agent, seat, zone) select ?, r, r, min(z)"
                        + " from unnest(?::uuid[], ?::text[]) as met (r, z) group by r order by r"
                        + " on conflict (round, agent) do nothing",
                round,
                respondents.toArray(UUID[]::new),
                zones);
    }

    /** @return how many are new */
    int verify(UUID round, Collection<UUID> residents, String[] zones) {
        return statements.execute(
                "insert into poll_resident (round, resident, zone) select ?, r, min(z)"
                        + " from unnest(?::uuid[], ?::text[]) as verified (r, z) group by r order by r"
                        + " on conflict (round, resident) do nothing",
                round,
                residents.toArray(UUID[]::new),
                zones);
    }

    int verified(UUID round) {
        return statements.count("select count(*) from poll_resident where round = ?", round);
    }
}
