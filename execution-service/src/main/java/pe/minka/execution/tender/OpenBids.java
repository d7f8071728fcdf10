package pe.minka.execution.tender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.project.Projects;
import pe.minka.execution.project.Refusal;
import pe.minka.platform.runtime.problem.Problem;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invites bids, takes them sealed, and opens all of them in one act. */
@ApplicationScoped
class OpenBids {

    private final Projects projects;
    private final Tenders tenders;
    private final Bids bids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OpenBids(Projects projects, Tenders tenders, Bids bids, Clock clock) {
        this.projects = projects;
        this.tenders = tenders;
        this.bids = bids;
        this.clock = clock;
    }

    /**
     * One act of opening.
     *
     * @param witnesses in which capacity they were there, never who they are
     * @param keys what the bidders present, by bid
     */
    record Opening(LocalDate on, String place, List<String> witnesses, String act, Map<UUID, byte[]> keys) {}

    @Transactional
    TenderRow invite(UUID projectId, String subject, LocalDate closesOn) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeOpen();
        var tender = new TenderRow(projectId, subject, closesOn, clock.instant());
        tenders.persist(tender);
        return tender;
    }

    @Transactional
    BidRow take(UUID tenderId, byte[] key, Offer offer) {
        var tender = lockedForCaller(tenderId);
        if (tender.state == TenderRow.State.OPENED) {
            throw Problem.conflict("bids-opened").toException();
        }
        int place = (int) bids.count("tender", tenderId) + 1;
        var bid = new BidRow(tenderId, place, Envelope.seal(UUID.randomUUID(), key, offer, random), clock.instant());
        bids.persist(bid);
        return bid;
    }

    /** All or none: a bid whose key is not presented stays unread for ever and does not compete. */
    @Transactional
    List<BidRow> open(UUID tenderId, Opening opening) {
        var tender = lockedForCaller(tenderId);
        if (tender.state == TenderRow.State.OPENED) {
            throw Problem.conflict("bids-opened").toException();
        }
        if (opening.on().isBefore(tender.closesOn)) {
            throw Refusal.DATE_OUT_OF_ORDER.problem().toException();
        }
        var received = bids.of(tenderId);
        refuseStrangers(opening, received);
        tender.state = TenderRow.State.OPENED;
        tender.openedOn = opening.on();
        tender.place = opening.place();
        tender.witnesses = String.join(",", opening.witnesses());
        tender.act = opening.act();
        tenders.flush();
        received.forEach(bid -> read(bid, opening));
        return received;
    }

    private static void refuseStrangers(Opening opening, List<BidRow> received) {
        var known = received.stream().map(bid -> bid.id).toList();
        if (!known.containsAll(opening.keys().keySet())) {
            throw Problem.unprocessable("bid-unknown").toException();
        }
    }

    private void read(BidRow bid, Opening opening) {
        var key = opening.keys().get(bid.id);
        if (key != null) {
            bid.read(bid.envelope()
                    .open(key, random)
                    .orElseThrow(() -> Problem.unprocessable("bid-key-wrong")
                            .with("bid", bid.id)
                            .toException()));
        }
    }

    private TenderRow lockedForCaller(UUID tenderId) {
        var project = tenders.require(tenderId).project;
        projects.lockedForCaller(project);
        var tender = tenders.require(tenderId);
        tenders.getEntityManager().refresh(tender);
        return tender;
    }
}
