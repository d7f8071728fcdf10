package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.poll.Voters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Strikes voters off at a table, by the same roll as every other channel, as long as it has ballots. */
@ApplicationScoped
class AdmitVoters {

    private final PaperTables tables;
    private final Polling polling;
    private final Voters voters;

    AdmitVoters(PaperTables tables, Polling polling, Voters voters) {
        this.tables = tables;
        this.polling = polling;
        this.voters = voters;
    }

    /** Strikes a voter off who is given a ballot. */
    @Transactional
    PaperTable admit(UUID id, String credential) {
        var vote = polling.held(tables.known(id).round());
        if (!vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-documents").toException();
        }
        vote.mustTakeVoters();
        var table = voting(id);
        mustHaveBallots(table, 1);
        var voter = voters.named(vote, credential)
                .orElseThrow(() -> Problem.unprocessable("credential-unknown").toException());
        switch (strikeOff(vote, id, List.of(voter)).get(0)) {
            case STRUCK_OFF -> {}
            case ALREADY_VOTED -> throw Problem.conflict("already-voted").toException();
            case NOT_ON_ROLL -> throw Problem.unprocessable("voter-not-on-roll").toException();
        }
        return tables.known(id);
    }

    /** What came of a citizen whose answer stands on a sheet of the table. */
    enum Admitted {
        STRUCK_OFF,
        /** At this table, by an earlier request: nothing changes. */
        STRUCK_OFF_HERE_BEFORE,
        ALREADY_VOTED,
        NOT_ON_ROLL,
        DOCUMENT_UNREADABLE
    }

    /**
     * Strikes off the citizens of a poll who are on one sheet: those who answered before, elsewhere or higher up on it,
     * are told, and their answers stay out of what the table counts.
     *
     * @return what came of each, in their order
     */
    @Transactional
    List<Admitted> admitAll(UUID id, List<String> documents) {
        var vote = polling.held(tables.known(id).round());
        if (vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-agents").toException();
        }
        vote.mustTakeVoters();
        var table = voting(id);
        var known = voters.named(vote, documents);
        var before = tables.votersAt(id, List.copyOf(known.values()));
        var coming = documents.stream()
                .map(known::get)
                .filter(voter -> voter != null && !before.contains(voter))
                .distinct()
                .toList();
        voters.meet(vote, coming, new String[coming.size()]);
        var entries = strikeOff(vote, id, coming);
        mustHaveBallots(table, (int) entries.stream()
                .filter(entry -> entry == Polling.Entry.STRUCK_OFF)
                .count());
        Map<UUID, Polling.Entry> came = new HashMap<>();
        for (int i = 0; i < coming.size(); i++) {
            came.put(coming.get(i), entries.get(i));
        }
        var admitted = new ArrayList<Admitted>();
        for (String document : documents) {
            var voter = known.get(document);
            admitted.add(
                    voter == null
                            ? Admitted.DOCUMENT_UNREADABLE
                            : before.contains(voter)
                                    ? Admitted.STRUCK_OFF_HERE_BEFORE
                                    : admitted(came.put(voter, Polling.Entry.ALREADY_VOTED)));
        }
        return admitted;
    }

    private static Admitted admitted(Polling.@Nullable Entry entry) {
        if (entry == null) {
            throw new IllegalStateException("a voter of the sheet was not asked for");
        }
        return switch (entry) {
            case STRUCK_OFF -> Admitted.STRUCK_OFF;
            case ALREADY_VOTED -> Admitted.ALREADY_VOTED;
            case NOT_ON_ROLL -> Admitted.NOT_ON_ROLL;
        };
    }

    private List<Polling.Entry> strikeOff(Polling.Vote vote, UUID table, List<UUID> coming) {
        var entries = polling.strikeOff(
                vote.round(),
                Channel.PAPER,
                coming.stream().map(voter -> new Polling.Voter(voter, null)).toList());
        var struck = new ArrayList<UUID>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) == Polling.Entry.STRUCK_OFF) {
                struck.add(coming.get(i));
            }
        }
        tables.addVoters(table, struck);
        return entries;
    }

    private static void mustHaveBallots(PaperTable table, int more) {
        if (table.voters() + more > table.issued()) {
            throw Problem.conflict("ballots-used-up")
                    .with("issued", table.issued())
                    .toException();
        }
    }

    private PaperTable voting(UUID id) {
        var table = tables.locked(id);
        table.mustBe(PaperTable.State.VOTING);
        return table;
    }
}
