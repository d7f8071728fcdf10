package pe.minka.transparency.process;

import pe.minka.transparency.fact.ExecutionFact.CommitteeConstituted;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.fact.RegistryFact.BodyConstituted;
import pe.minka.transparency.fact.WorkshopFact.ElectionProclaimed;
import pe.minka.transparency.process.PublicProcess.Committee;
import pe.minka.transparency.process.PublicProcess.Seat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies, elected boards and committees by their posts: what was constituted or proclaimed, without persons. */
final class Committees {

    private static final String FEMALE = "FEMALE";

    private Committees() {}

    static List<Committee> of(FactSet facts) {
        return Stream.of(bodies(facts), elections(facts), committees(facts))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Committee::kind).thenComparing(Committee::committee))
                .toList();
    }

    /** A body that was told again, since a seat of it changed hands, is as it was told last. */
    private static Stream<Committee> bodies(FactSet facts) {
        return facts.all(BodyConstituted.class).stream()
                .collect(
                        Collectors.toMap(BodyConstituted::body, body -> body, (before, now) -> now, LinkedHashMap::new))
                .values()
                .stream()
                .map(body -> committee(
                        body.body(),
                        body.kind(),
                        null,
                        body.act(),
                        body.seats().stream()
                                .map(seat -> new Seat(seat.post(), null, seat.name()))
                                .toList()));
    }

    private static Stream<Committee> elections(FactSet facts) {
        return facts.all(ElectionProclaimed.class).stream()
                .map(election -> committee(
                        election.election(),
                        election.kind(),
                        null,
                        null,
                        election.elected().stream()
                                .map(seat -> new Seat(seat.post(), seat.sex(), null))
                                .toList()));
    }

    private static Stream<Committee> committees(FactSet facts) {
        return facts.all(CommitteeConstituted.class).stream()
                .map(committee -> committee(
                        committee.committee(),
                        committee.kind(),
                        committee.project(),
                        committee.act(),
                        committee.members().stream()
                                .map(member -> new Seat(member.post(), member.sex(), null))
                                .toList()));
    }

    private static Committee committee(
            java.util.UUID id,
            String kind,
            java.util.@org.jspecify.annotations.Nullable UUID project,
            @org.jspecify.annotations.Nullable String act,
            List<Seat> seats) {
        var women =
                (int) seats.stream().filter(seat -> FEMALE.equals(seat.sex())).count();
        return new Committee(id, kind, project, act, seats.size(), women, seats);
    }
}
