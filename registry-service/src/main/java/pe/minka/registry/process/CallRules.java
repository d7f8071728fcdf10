package pe.minka.registry.process;

import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Decides whether a process may be called under a regulation. */
final class CallRules {

    private CallRules() {}

    /**
     * Everything the call lacks.
     *
     * @param technicalTeams how many technical teams the entity named by act for it
     */
    static List<Missing> missing(Call call, Regulation regulation, int technicalTeams) {
        var required = new ArrayList<>(regulation.callRequirements());
        if (regulation.callChannels() > 0) {
            required.removeIf(requirement -> requirement.requires().equals("CALL_PUBLISHED"));
            required.add(new Requirement(
                    "CALL_PUBLISHED",
                    null,
                    regulation.callChannels(),
                    Regulation.law(regulation.document().path("call"))));
        }
        if (call.ledBy().equals("CONSULTANT")) {
            required.removeIf(requirement -> requirement.requires().equals("RESPONSIBLE_UNIT_NAMED"));
            required.add(new Requirement("RESPONSIBLE_UNIT_NAMED", null, 1, Regulation.law(regulation.document())));
        }
        return Gate.missing(required, requirement -> switch (requirement.requires()) {
            case "ORDINANCE_IN_FORCE" -> regulation.hasOrdinance() && regulation.inForceOn(call.calledOn()) ? 1 : 0;
            case "TECHNICAL_TEAM_CONSTITUTED" -> technicalTeams;
            case "RESPONSIBLE_UNIT_NAMED" -> everyPhaseHasAUnit(call, regulation) ? 1 : 0;
            case "CALL_PUBLISHED" -> call.channels().size();
            default -> 0;
        });
    }

    private static boolean everyPhaseHasAUnit(Call call, Regulation regulation) {
        return regulation.phases().stream()
                .allMatch(rule -> Objects.requireNonNullElse(
                                        call.responsibleUnits().get(rule.phase()),
                                        Objects.requireNonNullElse(rule.responsibleUnit(), ""))
                                .length()
                        > 1);
    }
}
