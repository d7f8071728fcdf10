package pe.minka.workshop.session;

import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Regulation;

/** What the regulation asks of the order in which a session decides, and of how it says that it decided. */
record AgendaRules(boolean chairFirst, String law) {

    static AgendaRules of(Regulation regulation) {
        return new AgendaRules(
                regulation.workshops().startWithChair(), regulation.workshops().law());
    }

    /** @param present agents in the room: no agreement has more votes */
    void hold(Minutes minutes, int present) {
        var agreements = minutes.agreements();
        if (chairFirst && !agreements.isEmpty() && agreements.get(0).topic() != Minutes.Topic.CHAIR) {
            throw Problem.unprocessable("chair-not-elected-first")
                    .with("law", law)
                    .error("/agreements/0/topic", "chair-not-elected-first")
                    .toException();
        }
        var problem = Problem.unprocessable("agreement-not-decided");
        for (int i = 0; i < agreements.size(); i++) {
            var agreement = agreements.get(i);
            boolean decides = agreement.topic() != null;
            if (decides && (!agreement.tellsHow() || agreement.votesCast() > present)) {
                problem.error("/agreements/" + i, "agreement-not-decided", "present", present);
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }
}
