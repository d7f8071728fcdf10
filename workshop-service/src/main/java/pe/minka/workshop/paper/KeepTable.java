package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.channel.ChannelActs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs a table: set up with its ballots, reconciled, corrected by act, read twice, and put in the box. */
@ApplicationScoped
class KeepTable {

    private final PaperTables tables;
    private final Polling polling;
    private final ChannelActs acts;
    private final Caller caller;

    KeepTable(PaperTables tables, Polling polling, ChannelActs acts, Caller caller) {
        this.tables = tables;
        this.polling = polling;
        this.acts = acts;
        this.caller = caller;
    }

    @Transactional
    PaperTable setUp(UUID round, String label, int issued) {
        var vote = polling.held(round);
        vote.mustAdmit(Channel.PAPER);
        if (vote.isOver()) {
            throw Problem.conflict("round-not-open").toException();
        }
        var table = new PaperTable(
                UUID.randomUUID(), round, label, issued, 0, null, null, null, PaperTable.State.VOTING, 0, null, 1);
        if (!tables.add(table)) {
            throw Problem.conflict("table-label-taken").with("label", label).toException();
        }
        return table;
    }

    /** Ends the vote of a table: used are those found in its box, before anybody looks at what they say. */
    @Transactional
    PaperTable reconcile(UUID id, PaperTable.Accounted ballots) {
        polling.held(tables.known(id).round()).mustBeOpen();
        var table = inState(id, PaperTable.State.VOTING);
        mustNotExceedIssued(table, ballots);
        tables.reconcile(table, new PaperTables.Reconciliation(1, ballots, caller.subject(), null, null));
        return tables.known(id);
    }

    /**
     * Another account corrects by an act what was counted wrongly. What was counted and read before is kept; the ballots
     * are read anew, by two.
     */
    @Transactional
    PaperTable correct(UUID id, PaperTable.Accounted ballots, String document, String reason) {
        var vote = polling.held(tables.known(id).round());
        vote.mustBeOpen();
        var table = tables.locked(id);
        if (!table.isBeingRead()) {
            throw table.inOtherState();
        }
        var before = tables.reconciliations(id);
        if (before.get(before.size() - 1).recordedBy().equals(caller.subject())) {
            throw Problem.conflict("entered-by-the-same-person").toException();
        }
        mustNotExceedIssued(table, ballots);
        tables.reconcile(
                table, new PaperTables.Reconciliation(before.size() + 1, ballots, caller.subject(), document, reason));
        var corrected = tables.known(id);
        tell(vote, corrected, ChannelActs.Act.RECONCILIATION_CORRECTED, document, reason);
        return corrected;
    }

    private static void mustNotExceedIssued(PaperTable table, PaperTable.Accounted ballots) {
        if (ballots.exceed(table.issued())) {
            throw Problem.unprocessable("more-ballots-than-issued")
                    .with("issued", table.issued())
                    .toException();
        }
    }

    /** What one of two people read, neither of whom sees what the other entered. */
    @Transactional
    PaperTable enter(UUID id, TableTally tally) {
        var vote = polling.held(tables.known(id).round());
        vote.mustBeOpen();
        var table = tables.locked(id);
        var entries = tables.entries(table);
        if (table.used() == null || table.state() == PaperTable.State.COUNTED || entries.size() >= 2) {
            throw table.inOtherState();
        }
        mustBeAnother(entries);
        if (tally.ballots() != table.used()) {
            throw Problem.unprocessable("entry-does-not-add-up")
                    .with("entered", tally.ballots())
                    .with("used", table.used())
                    .toException();
        }
        var entry = new PaperTables.Entry(entries.size() + 1, caller.subject(), tables.fingerprint(id, tally), null);
        tables.enter(table, entry, tally, null);
        if (entry.number() == 2) {
            if (!entries.get(0).fingerprint().equals(entry.fingerprint())) {
                tables.differ(id);
            } else if (table.state() == PaperTable.State.RECONCILED) {
                count(table, tally);
            }
        }
        return tables.known(id);
    }

    /** A third person settles by an act what differs; no table has more valid ballots than voters. */
    @Transactional
    PaperTable settle(UUID id, TableTally tally, String document, String reason) {
        var vote = polling.held(tables.known(id).round());
        vote.mustBeOpen();
        var table = inState(id, PaperTable.State.DIFFERENT);
        var entries = tables.entries(table);
        if (entries.size() != 2) {
            throw table.inOtherState();
        }
        mustBeAnother(entries);
        if (tally.ballots() > table.voters()) {
            throw Problem.unprocessable("more-ballots-than-voters")
                    .with("ballots", tally.ballots())
                    .with("voters", table.voters())
                    .toException();
        }
        tables.enter(
                table,
                new PaperTables.Entry(3, caller.subject(), tables.fingerprint(id, tally), document),
                tally,
                reason);
        count(table, tally);
        tell(vote, table, ChannelActs.Act.TABLE_SETTLED, document, reason);
        return tables.known(id);
    }

    /** How many ballots there were; what they say appears with the count alone. */
    private void tell(Polling.Vote vote, PaperTable table, ChannelActs.Act act, String document, String reason) {
        var figures = new HashMap<String, Integer>();
        figures.put("issued", table.issued());
        figures.put("voters", table.voters());
        put(figures, "used", table.used());
        put(figures, "spoiled", table.spoiled());
        put(figures, "returned", table.returned());
        acts.tell(
                vote,
                new ChannelActs.Matter(act, table.table().toString(), table.label(), null, figures, 1),
                new ChannelActs.Words(document, reason));
    }

    private static void put(Map<String, Integer> figures, String name, @Nullable Integer figure) {
        if (figure != null) {
            figures.put(name, figure);
        }
    }

    private void count(PaperTable table, TableTally tally) {
        polling.put(table.round(), tally.marks());
        tables.count(table, tally);
    }

    private void mustBeAnother(List<PaperTables.Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.enteredBy().equals(caller.subject()))) {
            throw Problem.conflict("entered-by-the-same-person").toException();
        }
    }

    private PaperTable inState(UUID id, PaperTable.State state) {
        var table = tables.locked(id);
        table.mustBe(state);
        return table;
    }
}
