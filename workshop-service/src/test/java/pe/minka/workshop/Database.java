package pe.minka.workshop;

import org.eclipse.microprofile.config.ConfigProvider;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service's database as its superuser sees it. */
final class Database {

    private Database() {}

    static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    static int count(String query) {
        return Integer.parseInt(rows(query).get(0).get(0));
    }

    /** Every value as text; null as the empty text. */
    static List<List<String>> rows(String query) {
        try (var connection = connect();
                var row = connection.createStatement().executeQuery(query)) {
            var found = new ArrayList<List<String>>();
            while (row.next()) {
                var values = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var value = row.getString(i);
                    values.add(value == null ? "" : value);
                }
                found.add(values);
            }
            return found;
        } catch (SQLException failed) {
            throw new AssertionError(query, failed);
        }
    }

    static void execute(String statement) {
        try (var connection = connect();
                var run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new AssertionError(statement, failed);
        }
    }
}
