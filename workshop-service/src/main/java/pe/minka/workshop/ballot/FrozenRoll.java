package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.workshop.process.Regulation;

import java.util.UUID;

/**
 * Who may vote in a round, and in which seat: accredited agents with a vote; trained ones only where the regulation
 * blocks the others; of the zone where the round is one zone's and nobody votes outside their own. An alternate has the
 * seat of a principal of its organisation, in turn: both together vote once.
 */
@ApplicationScoped
public class FrozenRoll {

    private static final String FREEZE = """
            with voter as (
                select a.*, row_number() over (partition by a.organisation, a.role order by a.agent) as n,
                    count(*) filter (where a.role = 'PRINCIPAL') over (partition by a.organisation) as principals
                from agent a
                where a.process = ? and a.accredited and a.vote and (?::text is null or a.zone = ?)
                  and (not ?
                    or exists (select from training_attendance t where t.process = a.process and t.agent = a.agent)))
            insert into roll_entry (round, agent, seat, zone, person)
            select ?, v.agent, case when v.organisation is null then v.agent when ? then v.organisation
                else coalesce(p.agent, v.agent) end, v.zone, v.person
            from voter v left join voter p on v.role = 'ALTERNATE' and p.role = 'PRINCIPAL'
                and p.organisation = v.organisation and p.n = (v.n - 1) % nullif(v.principals, 0) + 1
            order by v.agent on conflict (round, person) where person is not null do nothing
            """;

    /** Those verified for the poll; in a second round those of the first. */
    private static final String FREEZE_RESIDENTS = """
            insert into roll_entry (round, agent, seat, zone)
            select ?, resident, resident, zone from (
                select resident, zone from poll_resident where round = ?
                union
                select e.agent, e.zone from second_round s join roll_entry e on e.round = s.of_round
                where s.round = ? and not ?) verified
            order by resident
            """;

    /**
     * As at the opening, beside those who are there: a principal comes to alternates who have none, and who came in for
     * somebody on the roll takes that seat.
     */
    private static final String ADD = """
            with recursive added as (
                select a.* from agent a
                where a.process = ? and a.agent = ? and a.accredited and a.vote and (?::text is null or a.zone = ?)
                  and (not ?
                    or exists (select from training_attendance t where t.process = a.process and t.agent = a.agent))),
            forerunner as (
                select process, agent from added
                union select r.process, r.agent from forerunner f join agent r on r.process = f.process
                    and r.replaced_by = f.agent),
            inherited as (
                select min(e.seat::text)::uuid as seat from forerunner f
                join roll_entry e on e.agent = f.agent and e.round = ?),
            colleague as (
                select e.agent, e.seat, c.role, row_number() over (partition by c.role order by e.agent) as n,
                    count(*) filter (where c.role = 'PRINCIPAL') over () as principals,
                    count(*) filter (where c.role = 'ALTERNATE') over () as alternates,
                    bool_or(c.role = 'PRINCIPAL') over (partition by e.seat) as taken
                from added a join agent c on c.process = a.process and c.organisation = a.organisation
                join roll_entry e on e.agent = c.agent and e.round = ?),
            free as (
                select min(case when a.role = 'ALTERNATE' then
                        case when c.role = 'PRINCIPAL' and c.n = c.alternates % nullif(c.principals, 0) + 1
                            then c.seat::text end
                    when a.role = 'PRINCIPAL' and c.role = 'ALTERNATE' and not c.taken then c.seat::text end)::uuid as seat
                from added a cross join colleague c)
            insert into roll_entry (round, agent, seat, zone, person)
            select ?, a.agent, coalesce(inherited.seat, case when a.organisation is null then a.agent
                when ? then a.organisation else coalesce(free.seat, a.agent) end), a.zone, a.person
            from added a cross join free cross join inherited
            on conflict (round, agent) do nothing
            """;

    private final Rounds rounds;
    private final Statements statements;

    FrozenRoll(Rounds rounds, Statements statements) {
        this.rounds = rounds;
        this.statements = statements;
    }

    void freeze(Regulation regulation, Round round) {
        if (!round.rule().ofAgents()) {
            statements.execute(
                    FREEZE_RESIDENTS,
                    round.round(),
                    round.round(),
                    round.round(),
                    round.rule().ofRespondents());
            return;
        }
        var participation = regulation.participation();
        var zone = zone(regulation, round);
        statements.execute(
                FREEZE,
                round.process(),
                zone,
                zone,
                participation.untrainedMayNotVote(),
                round.round(),
                participation.oneVotePerOrganisation());
    }

    /** Whether the agent may vote and was added; nobody is who would not have been on the roll at the opening. */
    public boolean add(Regulation regulation, UUID id, UUID agent) {
        var round = rounds.known(id);
        var participation = regulation.participation();
        var zone = zone(regulation, round);
        return statements.execute(
                        ADD,
                        round.process(),
                        agent,
                        zone,
                        zone,
                        participation.untrainedMayNotVote(),
                        id,
                        id,
                        id,
                        participation.oneVotePerOrganisation())
                > 0;
    }

    private static @Nullable String zone(Regulation regulation, Round round) {
        return Boolean.TRUE.equals(regulation.participation().voteOutsideZone()) ? null : round.zone();
    }
}
