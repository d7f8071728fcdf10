package pe.minka.registry.process;

import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Decides whether a process may be called under a regulation. */
public final class CallRules {

    private CallRules() {}

    /**
     * What an entity states, or means to state, when it calls.
     *
     * @param ledBy who conducts it: {@code ENTITY} or {@code CONSULTANT}; a unit of the entity answers in both cases
     * @param channels in how many different channels it is made known
     * @param responsibleUnits by phase, where it names other units than the regulation
     */
    public record Announced(LocalDate calledOn, String ledBy, int channels, Map<String, String> responsibleUnits) {}

    /** One channel named twice, whatever its case and blanks, is one. */
    public static int different(List<String> channels) {
        return (int) channels.stream()
                .map(channel -> channel.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    /**
     * Everything the call lacks.
     *
     * @param technicalTeams how many technical teams the entity named by act for it
     */
    static List<Missing> missing(Call call, Regulation regulation, int technicalTeams) {
        var announced =
                new Announced(call.calledOn(), call.ledBy(), different(call.channels()), call.responsibleUnits());
        return checked(announced, regulation, technicalTeams).stream()
                .filter(checked -> checked.found() < checked.requirement().minimum())
                .toList();
    }

    /** Each requirement of the call with how much of it there is, met or not. */
    public static List<Missing> checked(Announced call, Regulation regulation, int technicalTeams) {
        return requirements(call, regulation).stream()
                .map(requirement -> new Missing(
                        requirement,
                        switch (requirement.requires()) {
                            case "ORDINANCE_IN_FORCE" ->
                                regulation.hasOrdinance() && regulation.inForceOn(call.calledOn()) ? 1 : 0;
                            case "TECHNICAL_TEAM_CONSTITUTED" -> technicalTeams;
                            case "RESPONSIBLE_UNIT_NAMED" -> everyPhaseHasAUnit(call, regulation) ? 1 : 0;
                            case "CALL_PUBLISHED" -> call.channels();
                            default -> 0;
                        }))
                .toList();
    }

    private static List<Requirement> requirements(Announced call, Regulation regulation) {
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
        return required;
    }

    private static boolean everyPhaseHasAUnit(Announced call, Regulation regulation) {
        return regulation.phases().stream()
                .allMatch(rule -> Objects.requireNonNullElse(
                                        call.responsibleUnits().get(rule.phase()),
                                        Objects.requireNonNullElse(rule.responsibleUnit(), ""))
                                .length()
                        > 1);
    }
}
