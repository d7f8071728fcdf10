package pe.minka.workshop.election;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Regulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the regulation asks of a committee before it is proclaimed. Decides and changes nothing. */
final class CommitteeRules {

    private final Regulation.Committee committee;
    private final List<Regulation.Quota> quotas;

    CommitteeRules(Regulation regulation, Regulation.Committee committee, Election.Kind kind) {
        this.committee = committee;
        this.quotas = regulation.quotas().stream()
                .filter(quota -> quota.blocks() && quota.of().equals(kind.name()))
                .toList();
    }

    /** One who is to be proclaimed. */
    record Seat(Agent agent, String post, int votes) {}

    /** Why a committee cannot be proclaimed. */
    sealed interface Breach {

        record WrongNumber(int given, int needed, String law) implements Breach {}

        record WrongPosts(List<String> given, List<String> needed, String law) implements Breach {}

        record SeatedTwice(AgentId agent) implements Breach {}

        record QuotaNotMet(String group, int given, int needed, String law) implements Breach {}

        /** @param passedOver who has more votes, and gives way to no quota */
        record NotTheMostVoted(AgentId agent, AgentId passedOver) implements Breach {}
    }

    /** @param votes of all candidates */
    List<Breach> breachesOf(List<Seat> seats, Map<Agent, Integer> votes) {
        var breaches = new ArrayList<Breach>();
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
        for (Regulation.Quota quota : quotas) {
            int of = (int) seats.stream()
                    .filter(seat -> seat.agent().isOf(quota.group()))
                    .count();
            int minimum = quota.minimumOf(committee.members());
            if (of < minimum) {
                breaches.add(new Breach.QuotaNotMet(quota.group(), of, minimum, quota.law()));
            }
        }
        votes.forEach((agent, count) -> {
            if (!seated.contains(agent.agent())) {
                var below = passedOver(agent, count, seats);
                if (below != null) {
                    breaches.add(new Breach.NotTheMostVoted(below.agent().agent(), agent.agent()));
                }
            }
        });
        return breaches;
    }

    /** A seat with fewer votes than this candidate, which no quota of a group explains. */
    private @Nullable Seat passedOver(Agent candidate, int votes, List<Seat> seats) {
        return seats.stream()
                .filter(seat -> seat.votes() < votes)
                .filter(seat -> quotas.stream()
                        .noneMatch(quota -> seat.agent().isOf(quota.group()) && !candidate.isOf(quota.group())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the regulation lets someone of the outgoing committee stand. */
    boolean letsStand(boolean outgoingMember) {
        return !outgoingMember || committee.immediateReelection();
    }

    String law() {
        return Objects.requireNonNullElse(committee.law(), "");
    }
}
