package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Agents;

import java.util.List;
import java.util.UUID;

/** Runs a table: ballots given out, voters struck off, everything reconciled, read twice, and put in the box. */
@ApplicationScoped
class KeepTable {

    private final PaperTables tables;
    private final Polling polling;
    private final Agents agents;
    private final Caller caller;

    KeepTable(PaperTables tables, Polling polling, Agents agents, Caller caller) {
        this.tables = tables;
        this.polling = polling;
        this.agents = agents;
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
                UUID.randomUUID(), round, label, issued, 0, null, null, null, PaperTable.State.VOTING, 0, null);
        if (!tables.add(table)) {
            throw Problem.conflict("table-label-taken").with("label", label).toException();
        }
        return table;
    }

    /** Strikes a voter off who is given a ballot. */
    @Transactional
    PaperTable admit(UUID id, String credential) {
        var vote = polling.held(tables.known(id).round());
        vote.mustTakeVoters();
        var table = inState(id, PaperTable.State.VOTING);
        if (table.voters() == table.issued()) {
            throw Problem.conflict("ballots-used-up")
                    .with("issued", table.issued())
                    .toException();
        }
        var voter = agents.byCredential(vote.process(), List.of(credential)).get(credential);
        if (voter == null) {
            throw Problem.unprocessable("credential-unknown").toException();
        }
        var entry = polling.strikeOff(vote.round(), Channel.PAPER, List.of(new Polling.Voter(voter.value(), null)))
                .get(0);
        switch (entry) {
            case STRUCK_OFF -> tables.addVoter(id, voter.value());
            case ALREADY_VOTED -> throw Problem.conflict("already-voted").toException();
            case NOT_ON_ROLL -> throw Problem.unprocessable("voter-not-on-roll").toException();
        }
        return tables.known(id);
    }

    /** Ends the vote of a table: used are those found in its box, before anybody looks at what they say. */
    @Transactional
    PaperTable reconcile(UUID id, int used, int spoiled, int returned) {
        polling.held(tables.known(id).round()).mustBeOpen();
        var table = inState(id, PaperTable.State.VOTING);
        if ((long) used + spoiled + returned > table.issued()) {
            throw Problem.unprocessable("more-ballots-than-issued")
                    .with("issued", table.issued())
                    .toException();
        }
        boolean complete = PaperTable.isComplete(table.issued(), table.voters(), used, spoiled, returned);
        tables.reconcile(
                id, used, spoiled, returned, complete ? PaperTable.State.RECONCILED : PaperTable.State.DIFFERENT);
        return tables.known(id);
    }

    /** What one of two people read, neither of whom sees what the other entered. */
    @Transactional
    PaperTable enter(UUID id, TableTally tally) {
        var vote = polling.held(tables.known(id).round());
        vote.mustBeOpen();
        var table = tables.locked(id);
        var entries = tables.entries(id);
        if (table.used() == null || table.state() == PaperTable.State.COUNTED || entries.size() >= 2) {
            throw refused(table);
        }
        mustBeAnother(entries);
        if (tally.ballots() != table.used()) {
            throw Problem.unprocessable("entry-does-not-add-up")
                    .with("entered", tally.ballots())
                    .with("used", table.used())
                    .toException();
        }
        var entry = new PaperTables.Entry(entries.size() + 1, caller.subject(), tables.fingerprint(id, tally), null);
        tables.enter(id, entry, tally, null);
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
        polling.held(tables.known(id).round()).mustBeOpen();
        var table = inState(id, PaperTable.State.DIFFERENT);
        var entries = tables.entries(id);
        if (entries.size() != 2) {
            throw refused(table);
        }
        mustBeAnother(entries);
        if (tally.ballots() > table.voters()) {
            throw Problem.unprocessable("more-ballots-than-voters")
                    .with("ballots", tally.ballots())
                    .with("voters", table.voters())
                    .toException();
        }
        tables.enter(
                id, new PaperTables.Entry(3, caller.subject(), tables.fingerprint(id, tally), document), tally, reason);
        count(table, tally);
        return tables.known(id);
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
        if (table.state() != state) {
            throw refused(table);
        }
        return table;
    }

    private static RuntimeException refused(PaperTable table) {
        return Problem.conflict("table-in-other-state")
                .with("state", table.state())
                .toException();
    }
}
