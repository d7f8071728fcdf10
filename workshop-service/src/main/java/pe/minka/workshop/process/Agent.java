package pe.minka.workshop.process;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;

import java.util.Set;
import java.util.UUID;

/** A participating agent, as the registry accredited it: never a name, never a document. */
public record Agent(
        AgentId agent,
        @Nullable UUID organisation,
        @Nullable String organisationKind,
        String role,
        @Nullable String sex,
        @Nullable String ageBand,
        @Nullable String language,
        @Nullable String zone,
        boolean vote,
        boolean accredited) {

    private static final Set<String> COMMUNITIES = Set.of("PEASANT_COMMUNITY", "NATIVE_COMMUNITY");
    private static final Set<String> WOMENS_ORGANISATIONS =
            Set.of("WOMENS_ORGANISATION", "GLASS_OF_MILK_COMMITTEE", "COMMUNAL_KITCHEN");
    private static final Set<String> STATE = Set.of("MUNICIPALITY", "STATE_BODY", "EDUCATION_INSTITUTION");

    /**
     * Whether the agent counts for a group that the regulation protects.
     *
     * @throws IllegalArgumentException for a group that nothing is known about
     */
    public boolean isOf(String group) {
        return switch (group) {
            case "WOMEN" -> "FEMALE".equals(sex);
            case "MEN" -> "MALE".equals(sex);
            case "YOUTH" -> "18-29".equals(ageBand);
            case "OLDER_PERSONS" -> "60+".equals(ageBand);
            case "PEASANT_AND_NATIVE_COMMUNITIES" -> organisationKind != null && COMMUNITIES.contains(organisationKind);
            case "NEIGHBOURHOODS" -> "NEIGHBOURHOOD_BOARD".equals(organisationKind);
            case "WOMENS_ORGANISATIONS" -> organisationKind != null && WOMENS_ORGANISATIONS.contains(organisationKind);
            case "ORIGINAL_LANGUAGE_SPEAKERS" -> language != null && !"es".equals(language);
            case "UNORGANISED_CITIZENS" -> "UNORGANISED_CITIZENS".equals(organisationKind);
            case "CIVIL_SOCIETY" -> organisationKind != null && !STATE.contains(organisationKind);
            default -> throw new IllegalArgumentException("no such group: " + group);
        };
    }
}
