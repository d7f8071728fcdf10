package pe.minka.registry.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.registry.regulation.Regulation;

import java.util.List;

/**
 * A list of people that a quota may speak of.
 *
 * @param of composition of what
 */
@Schema(name = "PlannedList")
record PlannedList(
        @NotNull
        @Pattern(
                regexp =
                        "CANDIDATE_LIST|DELEGATION|COORDINATION_COUNCIL|TECHNICAL_TEAM|VIGILANCE_COMMITTEE|MANAGEMENT_COMMITTEE")
        String of,

        @NotNull @Size(max = 2_000) List<@Valid @NotNull PlannedMember> members)
        implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("list");
        quotas(of, members, members.size(), rules, findings);
        return findings.list();
    }

    /** @param whole what percentages are taken of */
    static void quotas(String of, List<PlannedMember> members, int whole, Regulation rules, Findings findings) {
        for (var quota : rules.quotas(of)) {
            findings.on("/quotas", quota.law())
                    .of(quota.group())
                    .orWarn(!quota.blocks())
                    .atLeast(
                            members.stream()
                                    .filter(member -> member.isOf(quota.group()))
                                    .count(),
                            quota.neededOf(whole));
        }
    }
}
