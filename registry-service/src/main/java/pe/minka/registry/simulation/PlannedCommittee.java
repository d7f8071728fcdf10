package pe.minka.registry.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Regulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A committee as it would be proclaimed. */
@Schema(name = "PlannedCommittee")
record PlannedCommittee(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}") String committee,
        @NotNull @Size(max = 200) List<@Valid @NotNull PlannedMember> members)
        implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var rule = rules.document().path("committees").path(committee);
        if (rule.isMissingNode()) {
            throw Problem.unprocessable("simulation-unknown")
                    .with("what", committee)
                    .toException();
        }
        var findings = new Findings("committee");
        var place = "/committees/" + committee;
        var law = Regulation.law(rule);
        if (rule.has("members")) {
            findings.on(place + "/members", law)
                    .exactly(members.size(), rule.path("members").asInt());
        }
        posts(rule, place, law, findings);
        people(rule, place, law, findings);
        roles(rules, findings);
        PlannedList.quotas(
                committee + "_COMMITTEE", members, rule.path("members").asInt(members.size()), rules, findings);
        return findings.list();
    }

    private void posts(JsonNode rule, String place, String law, Findings findings) {
        var wanted = new ArrayList<String>();
        rule.path("posts").forEach(post -> wanted.add(post.asText()));
        var given = members.stream()
                .map(PlannedMember::post)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (!wanted.isEmpty() && !given.isEmpty()) {
            wanted.sort(null);
            findings.on(place + "/posts", law).note(given.equals(wanted), Findings.list(given), Findings.list(wanted));
        }
    }

    private void people(JsonNode rule, String place, String law, Findings findings) {
        var named = members.stream()
                .map(PlannedMember::person)
                .filter(Objects::nonNull)
                .toList();
        if (rule.path("distinctPeople").asBoolean(true)) {
            findings.on(place + "/distinctPeople", law)
                    .exactly(named.stream().distinct().count(), named.size());
        }
        if (!rule.path("immediateReelection").asBoolean(true)) {
            long again = members.stream()
                    .filter(member -> Boolean.TRUE.equals(member.outgoing()))
                    .count();
            findings.on(place + "/immediateReelection", law).atMost(again, 0);
        }
        if (rule.has("minimumZones")) {
            long zones = members.stream()
                    .map(PlannedMember::zone)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            findings.on(place + "/minimumZones", law)
                    .atLeast(zones, rule.path("minimumZones").asInt());
        }
    }

    private void roles(Regulation rules, Findings findings) {
        var participation = rules.participation();
        if (!committee.equals("VIGILANCE") || participation.supervise().isEmpty()) {
            return;
        }
        long others = members.stream()
                .map(PlannedMember::role)
                .filter(Objects::nonNull)
                .filter(role -> !participation.supervise().contains(role))
                .count();
        findings.on("/participation/supervise", participation.law()).atMost(others, 0);
    }
}
