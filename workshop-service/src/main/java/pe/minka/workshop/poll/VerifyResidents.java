package pe.minka.workshop.poll;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes verified residents on the roll of a poll before it opens. */
@ApplicationScoped
class VerifyResidents {

    private final Respondents respondents;
    private final Polling polling;

    VerifyResidents(Respondents respondents, Polling polling) {
        this.respondents = respondents;
        this.polling = polling;
    }

    record Resident(String document, @Nullable String zone) {

        /** Holds a document: it is never written out. */
        @Override
        public String toString() {
            return "a resident of " + zone;
        }
    }

    record Verified(int added, int total) {}

    @Transactional
    Verified verify(UUID round, List<Resident> residents) {
        var vote = polling.held(round);
        if (vote.rule().ofAgents()) {
            throw Problem.conflict("roll-of-agents").toException();
        }
        if (!vote.isPrepared()) {
            throw Problem.conflict("round-already-opened").toException();
        }
        if (respondents.firstRound(vote).isPresent()) {
            throw Problem.conflict("roll-of-first-round").toException();
        }
        var known = respondents.identifiers(
                vote, residents.stream().map(Resident::document).toList());
        var problem = Problem.unprocessable("documents-malformed");
        var identifiers = new ArrayList<UUID>();
        for (int i = 0; i < residents.size(); i++) {
            var identifier = known.get(residents.get(i).document());
            if (identifier == null) {
                problem.error("/residents/" + i + "/document", "document-malformed");
            } else {
                identifiers.add(identifier);
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        int added = respondents.verify(
                round, identifiers, residents.stream().map(Resident::zone).toArray(String[]::new));
        return new Verified(added, respondents.verified(round));
    }
}
