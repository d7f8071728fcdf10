package pe.minka.registry.simulation;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.regulation.Regulation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What somebody has in mind and wants to know about before it is done; parts that are not stated are not looked at. */
@Schema(name = "SimulatedPlan")
record Plan(
        @Nullable @Valid PlannedCall call,
        @Nullable @Valid PlannedSession convocation,
        @Nullable @Valid PlannedRoll roll,
        @Nullable @Valid PlannedList list,
        @Nullable @Valid PlannedCommittee committee,
        @Nullable @Valid PlannedClosing closing,
        @Nullable @Valid PlannedEnvelope envelope,
        @Nullable @Valid PlannedProposal proposal,
        @Nullable @Valid PlannedBallot ballot) {

    private Stream<Part> parts() {
        return Stream.<@Nullable Part>of(call, convocation, roll, list, committee, closing, envelope, proposal, ballot)
                .filter(Objects::nonNull)
                .map(Part.class::cast);
    }

    @Schema(hidden = true)
    boolean saysNothing() {
        return parts().findAny().isEmpty();
    }

    /** What each rule says of each part. */
    List<Finding> under(Regulation rules) {
        return parts().flatMap(part -> part.under(rules).stream()).toList();
    }
}
