package pe.minka.execution.process;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The effective ordinance of a process, read for what it says of works. What it leaves out binds nobody. */
public record Regulation(JsonNode document) {

    public WorksRules works() {
        var rules = document.path("execution");
        var parties = EnumSet.noneOf(Party.class);
        rules.path("cooperationAgreementParties").forEach(party -> parties.add(Party.valueOf(party.asText())));
        return new WorksRules(
                parties,
                new BigDecimal(rules.path("communityContributionPercent").asText("0")),
                rules.path("committeePerProject").asBoolean(false),
                law(rules));
    }

    /** @param kind MANAGEMENT or VIGILANCE */
    public CommitteeRules committee(String kind) {
        var rules = document.path("committees").path(kind);
        var posts = new ArrayList<String>();
        rules.path("posts").forEach(post -> posts.add(post.asText()));
        return new CommitteeRules(
                integer(rules, "members"),
                posts,
                integer(rules, "termMonths"),
                rules.path("immediateReelection").asBoolean(true),
                rules.path("distinctPeople").asBoolean(true),
                rules.path("minimumZones").asInt(0),
                quotasOf(kind + "_COMMITTEE"),
                law(rules));
    }

    private List<Quota> quotasOf(String body) {
        var quotas = new ArrayList<Quota>();
        for (JsonNode quota : document.path("quotas")) {
            if (quota.path("of").asText().equals(body)) {
                quotas.add(new Quota(
                        quota.path("group").asText(),
                        quota.has("minimumPercent")
                                ? new BigDecimal(quota.path("minimumPercent").asText())
                                : null,
                        integer(quota, "minimumCount"),
                        quota.path("effect").asText().equals("BLOCK"),
                        law(quota)));
            }
        }
        return quotas;
    }

    private String law(JsonNode rules) {
        return rules.path("law").asText(document.path("identifier").asText());
    }

    private static @Nullable Integer integer(JsonNode rules, String member) {
        return rules.has(member) ? Integer.valueOf(rules.path(member).asInt()) : null;
    }
}
