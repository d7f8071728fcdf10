package pe.minka.workshop.poll;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.runtime.persistence.Statements;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Citizens of a poll. A document is turned into an identifier by a key that is in no database, another one in each
 * round, and is kept nowhere: eight digits behind a bare hash are guessed in seconds.
 */
@ApplicationScoped
public class Respondents {

    private static final Pattern DOCUMENT = Pattern.compile("DNI:[0-9]{8}|CE:[A-Z0-9]{6,12}|PASSPORT:[A-Z0-9]{5,20}");

    private final KeyedIndex index;
    private final Statements statements;

    Respondents(KeyedIndex index, Statements statements) {
        this.index = index;
        this.statements = statements;
    }

    /** @param document such as {@code DNI:41234567}; nothing for what is none */
    public Optional<UUID> identifier(UUID round, String document) {
        if (!DOCUMENT.matcher(document).matches()) {
            return Optional.empty();
        }
        int colon = document.indexOf(':');
        var keyed = index.of("poll/" + round + "/" + document.substring(0, colon), document.substring(colon + 1));
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(keyed));
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** Puts those whom a pollster met on the roll, in whose zone they were met; who is on it stays as he is. */
    public void meet(UUID round, Collection<UUID> respondents, String[] zones) {
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
