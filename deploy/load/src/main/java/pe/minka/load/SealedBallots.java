package pe.minka.load;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the box of an open round as if so many had voted: the same tables, lengths and seals as casting leaves, by bulk.
 */
final class SealedBallots {

    private static final int ROWS = 5_000;
    private static final int NONCE = 32;
    private static final int SEAL_NONCE = 12;
    private static final int LONGEST = IntStream.range(0, VotingRound.OPTIONS)
            .map(i -> String.valueOf(i).length() + 1)
            .sum();

    private SealedBallots() {}

    static void fill(Ground ground, UUID round, int ballots, boolean rankings) {
        try (var connection = ground.connect();
                var insert = connection.prepareStatement(
                        "insert into sealed_ballot (handle, round, sealed) select sha256(n), ?, s"
                                + " from unnest(?::bytea[], ?::bytea[]) as w (n, s)")) {
            var key = sealKey(ground, round);
            var random = new Random(7);
            connection.setAutoCommit(false);
            for (int from = 0; from < ballots; from += ROWS) {
                int rows = Math.min(ROWS, ballots - from);
                var nonces = IntStream.range(0, rows)
                        .mapToObj(i -> bytes(random, NONCE))
                        .toArray(byte[][]::new);
                var marks = IntStream.range(0, rows)
                        .mapToObj(i -> mark(random, rankings))
                        .toList();
                var sealNonces = IntStream.range(0, rows)
                        .mapToObj(i -> bytes(random, SEAL_NONCE))
                        .toArray(byte[][]::new);
                var sealed = IntStream.range(0, rows)
                        .parallel()
                        .mapToObj(i -> seal(key, round, sealNonces[i], nonces[i], marks.get(i)))
                        .toArray(byte[][]::new);
                insert.setObject(1, round);
                insert.setArray(2, connection.createArrayOf("bytea", nonces));
                insert.setArray(3, connection.createArrayOf("bytea", sealed));
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException("the box could not be filled", failed);
        }
        strikeOff(ground, round, ballots);
    }

    /** Strangers of the same number on the roll, struck off, with a request each. */
    static void strikeOff(Ground ground, UUID round, int ballots) {
        ground.execute(
                "with stranger as materialized (select gen_random_uuid() as agent from generate_series(1, ?)),"
                        + " entered as (insert into roll_entry (round, agent, seat) select ?, agent, agent from stranger),"
                        + " requested as (insert into cast_request (tag, round, body)"
                        + "   select sha256(uuid_send(agent)), ?, sha256(uuid_send(agent)) from stranger)"
                        + " insert into strike_off (round, seat, agent, channel, hour)"
                        + " select ?, agent, agent, 'OWN_DEVICE', date_trunc('hour', clock_timestamp(), 'UTC') from stranger",
                ballots,
                round,
                round,
                round);
        ground.execute(
                "update round set roll = (select count(*) from roll_entry where round = ?) where round = ?",
                round,
                round);
        ground.execute("analyze strike_off");
    }

    /** Ballots that nobody can open, where only their number matters. */
    static void fillWithNoise(Ground ground, UUID round, int ballots) {
        ground.execute(
                "insert into sealed_ballot (handle, round, sealed) select sha256(uuid_send(gen_random_uuid())), ?,"
                        + " sha256(uuid_send(gen_random_uuid())) || sha256(uuid_send(gen_random_uuid()))"
                        + " || sha256(uuid_send(gen_random_uuid())) from generate_series(1, ?)",
                round,
                ballots);
        strikeOff(ground, round, ballots);
    }

    private static String mark(Random random, boolean ranking) {
        var positions = IntStream.range(0, VotingRound.OPTIONS).boxed().collect(Collectors.toList());
        java.util.Collections.shuffle(positions, random);
        if (ranking) {
            return positions.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return positions.subList(0, 1 + random.nextInt(3)).stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static SecretKeySpec sealKey(Ground ground, UUID round) throws SQLException {
        try (var connection = ground.connect();
                var select = connection.prepareStatement("select wrapped from round_secret where round = ?")) {
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                row.next();
                var wrapped = row.getBytes(1);
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(Ground.MASTER_KEY), "HmacSHA256"));
                var wrapping =
                        new SecretKeySpec(mac.doFinal("minka/ballot/v1/wrap".getBytes(StandardCharsets.UTF_8)), "AES");
                return new SecretKeySpec(
                        crypt(
                                Cipher.DECRYPT_MODE,
                                wrapping,
                                Arrays.copyOf(wrapped, SEAL_NONCE),
                                Arrays.copyOfRange(wrapped, SEAL_NONCE, wrapped.length),
                                "round/" + round),
                        "AES");
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key of the round could not be opened", impossible);
        }
    }

    private static byte[] seal(SecretKeySpec key, UUID round, byte[] sealNonce, byte[] nonce, String mark) {
        var plain = ByteBuffer.allocate(NONCE + LONGEST + 1).put(nonce).put(mark.getBytes(StandardCharsets.US_ASCII));
        while (plain.hasRemaining()) {
            plain.put((byte) ' ');
        }
        try {
            var body = crypt(Cipher.ENCRYPT_MODE, key, sealNonce, plain.array(), "ballot/" + round);
            return ByteBuffer.allocate(SEAL_NONCE + body.length)
                    .put(sealNonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES", impossible);
        }
    }

    private static byte[] crypt(int mode, SecretKeySpec key, byte[] nonce, byte[] input, String boundTo)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
