package pe.minka.allocation.funding;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.funding.LineUse.Answer;
import pe.minka.allocation.funding.LineUse.SpendingClass;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of funding lines by date, the councils' yearly splits, and what is charged to the lines of envelopes. */
@ApplicationScoped
class UseRules {

    private final AgroalDataSource database;

    UseRules(AgroalDataSource database) {
        this.database = database;
    }

    record Rule(
            String line,
            String source,
            String name,
            Use use,
            Answer answer,
            @Nullable Percent upTo,
            SpendingClass spendingClass,
            String law) {}

    record Charge(
            UUID id,
            String line,
            Use use,
            SpendingClass spendingClass,
            String title,
            Soles amount,
            @Nullable UUID proposal,
            @Nullable String mark,
            String law,
            LocalDate chargedOn) {}

    /** What is charged to a line that is held alone: all, to one use, to one class of spending. */
    record Charged(Soles line, Soles all, Soles sameUse, Soles sameClass) {}

    private interface Binder {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<Rule> on(LocalDate date) {
        return select(
                "select r.line, l.source, l.name, r.use, r.answer, r.up_to_percent, r.class, r.law from use_rule r"
                        + " join funding_line l on l.line = r.line where r.effective_from <= ?"
                        + " and (r.effective_until is null or r.effective_until >= ?) order by r.line, r.use",
                statement -> {
                    statement.setObject(1, date);
                    statement.setObject(2, date);
                },
                row -> new Rule(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Use.valueOf(row.getString(4)),
                        Answer.valueOf(row.getString(5)),
                        percent(row.getBigDecimal(6)),
                        SpendingClass.valueOf(row.getString(7)),
                        row.getString(8)));
    }

    Optional<LineUse> rule(String line, Use use, LocalDate on, EntityCode entity, FiscalYear year) {
        return on(on).stream()
                .filter(rule -> rule.line().equals(line) && rule.use() == use)
                .findFirst()
                .map(rule -> new LineUse(
                        rule.answer(),
                        rule.spendingClass(),
                        rule.upTo(),
                        council(entity, line, year).orElse(null),
                        rule.law()));
    }

    Optional<Percent> council(EntityCode entity, String line, FiscalYear year) {
        return select(
                        "select investment from council_percentage where entity = ? and line = ? and fiscal_year = ?",
                        statement -> {
                            statement.setString(1, entity.value());
                            statement.setString(2, line);
                            statement.setInt(3, year.value());
                        },
                        row -> new Percent(row.getBigDecimal(1)))
                .stream()
                .findFirst();
    }

    void setCouncil(EntityCode entity, String line, FiscalYear year, Percent investment, String act) {
        update(
                "insert into council_percentage (entity, line, fiscal_year, investment, act) values (?, ?, ?, ?, ?)"
                        + " on conflict (entity, line, fiscal_year) do update"
                        + " set investment = excluded.investment, act = excluded.act,"
                        + " version = council_percentage.version + 1",
                statement -> {
                    statement.setString(1, entity.value());
                    statement.setString(2, line);
                    statement.setInt(3, year.value());
                    statement.setBigDecimal(4, investment.value());
                    statement.setString(5, act);
                });
    }

    /** Holds the line of the envelope until the transaction ends; empty where the envelope has no such line. */
    Optional<Charged> chargedAlone(UUID envelope, String line, Use use, SpendingClass spendingClass) {
        var amount = select(
                        "select amount from envelope_line where envelope = ? and line = ? for update",
                        statement -> {
                            statement.setObject(1, envelope);
                            statement.setString(2, line);
                        },
                        row -> new Soles(row.getLong(1)))
                .stream()
                .findFirst();
        return amount.map(whole -> {
            var charges = charges(envelope).stream()
                    .filter(charge -> charge.line().equals(line))
                    .toList();
            return new Charged(
                    whole,
                    sum(charges),
                    sum(charges.stream().filter(charge -> charge.use() == use).toList()),
                    sum(charges.stream()
                            .filter(charge -> charge.spendingClass() == spendingClass)
                            .toList()));
        });
    }

    private static Soles sum(List<Charge> charges) {
        return charges.stream().map(Charge::amount).reduce(Soles.ZERO, Soles::plus);
    }

    List<Charge> charges(UUID envelope) {
        return select(
                "select id, line, use, class, title, amount, proposal, mark, law, charged_on from charge"
                        + " where envelope = ? order by charged_at, id",
                statement -> statement.setObject(1, envelope),
                row -> new Charge(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Use.valueOf(row.getString(3)),
                        SpendingClass.valueOf(row.getString(4)),
                        row.getString(5),
                        new Soles(row.getLong(6)),
                        row.getObject(7, UUID.class),
                        row.getString(8),
                        row.getString(9),
                        row.getObject(10, LocalDate.class)));
    }

    void add(UUID envelope, Charge charge, java.time.Instant now) {
        update(
                "insert into charge (id, envelope, line, use, class, title, amount, proposal, mark, law, charged_on,"
                        + " charged_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setObject(1, charge.id());
                    statement.setObject(2, envelope);
                    statement.setString(3, charge.line());
                    statement.setString(4, charge.use().name());
                    statement.setString(5, charge.spendingClass().name());
                    statement.setString(6, charge.title());
                    statement.setLong(7, charge.amount().centimos());
                    statement.setObject(8, charge.proposal());
                    statement.setString(9, charge.mark());
                    statement.setString(10, charge.law());
                    statement.setObject(11, charge.chargedOn());
                    statement.setObject(12, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                });
    }

    private static @Nullable Percent percent(@Nullable BigDecimal value) {
        return value == null ? null : new Percent(value);
    }

    private <T> List<T> select(String query, Binder binder, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            binder.bind(statement);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the rules of funding lines could not be read", failed);
        }
    }

    private void update(String command, Binder binder) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(command)) {
            binder.bind(statement);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a funding line could not be written", failed);
        }
    }
}
