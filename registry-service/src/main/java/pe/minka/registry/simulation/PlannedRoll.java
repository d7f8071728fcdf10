package pe.minka.registry.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.regulation.Regulation;

import java.util.List;
import java.util.Map;

/**
 * Who would be on the roll.
 *
 * @param groups how many of the agents belong to each group that a quota may name
 * @param delegations the principals of organisations, by sex
 */
@Schema(name = "PlannedRoll")
record PlannedRoll(
        @Min(0) @Max(10_000_000) int agents,
        @Nullable @Size(max = 30) Map<String, @Min(0) Integer> groups,
        @Nullable @Size(max = 2_000) List<@Valid @NotNull PlannedDelegation> delegations)
        implements Part {

    /** Those whom one organisation sends. */
    @Schema(name = "PlannedDelegation")
    record PlannedDelegation(
            @NotBlank @Size(max = 200) String organisation,
            @Min(0) @Max(1_000) int women,
            @Min(0) @Max(1_000) int men) {}

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("roll");
        var counted = groups == null ? Map.<String, Integer>of() : groups;
        for (var quota : rules.quotas("ROLL")) {
            findings.on("/quotas", quota.law())
                    .of(quota.group())
                    .orWarn(!quota.blocks())
                    .atLeast(counted.getOrDefault(quota.group(), 0), quota.neededOf(agents));
        }
        if (delegations != null) {
            delegations.forEach(each -> delegation(each, rules, findings));
        }
        return findings.list();
    }

    private static void delegation(PlannedDelegation delegation, Regulation rules, Findings findings) {
        var admission = rules.admission();
        var women = admission.delegationWomen();
        var men = admission.delegationMen();
        if (women != null && men != null) {
            findings.on("/accreditation/delegation/women", admission.law())
                    .of(delegation.organisation())
                    .exactly(delegation.women(), women);
            findings.on("/accreditation/delegation/men", admission.law())
                    .of(delegation.organisation())
                    .exactly(delegation.men(), men);
        }
        var most = admission.agentsPerOrganisation();
        if (most != null) {
            findings.on("/accreditation/agentsPerOrganisation", admission.law())
                    .of(delegation.organisation())
                    .atMost((long) delegation.women() + delegation.men(), most);
        }
    }
}
