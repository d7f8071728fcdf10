package pe.minka.registry.simulation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One who would be on a list or a committee; no name is asked for.
 *
 * @param person tells people apart: the same text is the same person; each member is another person where it is absent
 * @param groups other groups of quotas that the person belongs to
 * @param outgoing whether the person sits on the committee that ends
 */
@Schema(name = "PlannedMember")
record PlannedMember(
        @Nullable @Size(max = 60) String person,
        @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String post,
        @Nullable @Pattern(regexp = "FEMALE|MALE") String sex,

        @Nullable @Pattern(regexp = "PRINCIPAL|ALTERNATE|OFFICIAL|TECHNICAL_TEAM")
        String role,

        @Nullable @Size(max = 120) String zone,
        @Nullable @Size(max = 20) List<String> groups,
        @Nullable Boolean outgoing) {

    boolean isOf(String group) {
        return switch (group) {
            case "WOMEN" -> "FEMALE".equals(sex);
            case "MEN" -> "MALE".equals(sex);
            default -> groups != null && groups.contains(group);
        };
    }
}
