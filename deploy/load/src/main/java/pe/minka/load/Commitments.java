package pe.minka.load;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What stands in the box after the close, and in receipts. */
final class Commitments {

    private static final Pattern RECEIPT = Pattern.compile("\"commitment\"\\s*:\\s*\"([0-9a-f]{64})\"");

    private Commitments() {}

    static List<String> of(Ground ground, UUID round) {
        try (var connection = ground.connect();
                var select =
                        connection.prepareStatement("select encode(commitment, 'hex') from ballot where round = ?")) {
            select.setObject(1, round);
            var found = new ArrayList<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("the commitments could not be read", failed);
        }
    }

    /** The commitment in a receipt. */
    static String in(String receipt) {
        var found = RECEIPT.matcher(receipt);
        if (!found.find()) {
            throw new IllegalStateException("no receipt: " + receipt);
        }
        return found.group(1);
    }
}
