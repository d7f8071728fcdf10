package pe.minka.workshop.election;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the regulation asks of a committee before it is proclaimed. Decides and changes nothing. */
final class CommitteeRules {

    private final Regulation.Committee committee;
    private final List<Regulation.Quota> quotas;
    private final List<Regulation.Quota> listQuotas;

    CommitteeRules(Regulation regulation, Regulation.Committee committee, Election.Kind kind) {
        this.committee = committee;
        this.quotas = blocking(regulation, kind.quotas());
        this.listQuotas = blocking(regulation, "CANDIDATE_LIST");
    }

    private static List<Regulation.Quota> blocking(Regulation regulation, String of) {
        return regulation.quotas().stream()
                .filter(quota -> quota.blocks() && quota.of().equals(of))
                .toList();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem where the regulation knows no such committee */
    static CommitteeRules of(BudgetProcess process, Election.Kind kind) {
        var committee = process.regulation().committees().get(kind.committee());
        if (committee == null) {
            throw Problem.unprocessable("committee-unknown")
                    .with("kind", kind)
                    .with("regulation", process.regulation().identifier())
                    .toException();
        }
        return new CommitteeRules(process.regulation(), committee, kind);
    }

    /** One who is to be proclaimed. */
    record Seat(Agent agent, String post, int votes) {}

    /** One who stood. @param votes more is better */
    record Contender(Agent agent, int votes, @Nullable String list) {}

    /** Why a committee cannot be proclaimed. */
    sealed interface Breach {
        record WrongNumber(int given, int needed, String law) implements Breach {}

        record WrongPosts(List<String> given, List<String> needed, String law) implements Breach {}

        record SeatedTwice(AgentId agent) implements Breach {}

        record QuotaNotMet(String group, int given, int needed, String law) implements Breach {}

        record TooFewZones(int given, int needed, String law) implements Breach {}

        /** A list that is none: nobody on it can be seated. */
        record ListQuotaNotMet(String list, String group, int given, int needed, String law) implements Breach {}

        /** @param passedOver who has more votes, and gives way to no rule */
        record NotTheMostVoted(AgentId agent, AgentId passedOver) implements Breach {}
    }

    /** @param contenders all of them */
    List<Breach> breachesOf(List<Seat> seats, List<Contender> contenders) {
        var agents = seats.stream().map(Seat::agent).toList();
        var breaches = new ArrayList<Breach>();
        posts(seats, breaches);
        breaches.addAll(unmetBy(agents));
        var invalid = listsWithoutQuota(contenders);
        seated(contenders, agents).stream()
                .map(Contender::list)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(list -> breaches.addAll(invalid.getOrDefault(list, List.of())));
        contenders.stream()
                .filter(contender -> contender.list() == null || !invalid.containsKey(contender.list()))
                .filter(contender -> !agents.contains(contender.agent()))
                .forEach(contender -> passedOver(contender, seats)
                        .map(seat -> new Breach.NotTheMostVoted(
                                seat.agent().agent(), contender.agent().agent()))
                        .ifPresent(breaches::add));
        return breaches;
    }

    private static List<Contender> seated(List<Contender> contenders, List<Agent> agents) {
        return contenders.stream()
                .filter(contender -> agents.contains(contender.agent()))
                .toList();
    }

    private void posts(List<Seat> seats, List<Breach> breaches) {
        if (seats.size() != committee.members()) {
            breaches.add(new Breach.WrongNumber(seats.size(), committee.members(), committee.law()));
        }
        var given = seats.stream().map(Seat::post).sorted().toList();
        var needed = committee.posts().stream().sorted().toList();
        if (!needed.isEmpty() && !given.equals(needed)) {
            breaches.add(new Breach.WrongPosts(given, needed, committee.law()));
        }
        var seated = new HashSet<AgentId>();
        for (Seat seat : seats) {
            if (!seated.add(seat.agent().agent())) {
                breaches.add(new Breach.SeatedTwice(seat.agent().agent()));
            }
        }
    }

    /** Quotas and territory, by which a candidate with more votes may have to give way. */
    private List<Breach> unmetBy(List<Agent> members) {
        var unmet = new ArrayList<Breach>();
        for (Regulation.Quota quota : quotas) {
            int given = of(quota.group(), members);
            int needed = quota.minimumOf(committee.members());
            if (given < needed) {
                unmet.add(new Breach.QuotaNotMet(quota.group(), given, needed, quota.law()));
            }
        }
        int zones = (int) members.stream()
                .map(Agent::zone)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (zones < committee.zonesNeeded()) {
            unmet.add(new Breach.TooFewZones(zones, committee.zonesNeeded(), committee.law()));
        }
        return unmet;
    }

    private static int of(String group, List<Agent> agents) {
        return (int) agents.stream().filter(agent -> agent.isOf(group)).count();
    }

    private Map<String, List<Breach>> listsWithoutQuota(List<Contender> contenders) {
        return contenders.stream()
                .filter(contender -> contender.list() != null)
                .collect(Collectors.groupingBy(contender -> Objects.requireNonNull(contender.list())))
                .entrySet()
                .stream()
                .map(list -> Map.entry(
                        list.getKey(),
                        unmetBy(
                                list.getKey(),
                                list.getValue().stream().map(Contender::agent).toList())))
                .filter(list -> !list.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Breach> unmetBy(String list, List<Agent> agents) {
        var unmet = new ArrayList<Breach>();
        for (Regulation.Quota quota : listQuotas) {
            int given = of(quota.group(), agents);
            int needed = quota.minimumOf(agents.size());
            if (given < needed) {
                unmet.add(new Breach.ListQuotaNotMet(list, quota.group(), given, needed, quota.law()));
            }
        }
        return unmet;
    }

    /** A seat with fewer votes, which the candidate could take without breaking a quota or the rule of the zones. */
    private Optional<Seat> passedOver(Contender contender, List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.votes() < contender.votes())
                .filter(seat -> unmetBy(seats.stream()
                                .map(each -> each == seat ? contender.agent() : each.agent())
                                .toList())
                        .isEmpty())
                .findFirst();
    }

    boolean barPublicOffice() {
        return committee.barsPublicOffice();
    }

    boolean barReelection() {
        return committee.barsReelection();
    }

    /** The article by which candidates stand on lists; nothing where they stand alone. */
    Optional<String> lawOfLists() {
        return listQuotas.stream().map(Regulation.Quota::law).findFirst();
    }

    String law() {
        return committee.law();
    }
}
