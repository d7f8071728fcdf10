package pe.minka.workshop.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Convenes a workshop, records who comes, and opens it once enough are there. */
@ApplicationScoped
class ConductWorkshop {

    private final Workshops workshops;
    private final Attendances attendances;
    private final Agents agents;
    private final Outbox outbox;
    private final Clock clock;

    ConductWorkshop(Workshops workshops, Attendances attendances, Agents agents, Outbox outbox, Clock clock) {
        this.workshops = workshops;
        this.attendances = attendances;
        this.agents = agents;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Workshop convene(BudgetProcess process, Convocation convocation) {
        convocation.against(process.regulation()).ifPresent(refusal -> {
            throw problem(refusal, convocation, process.regulation()).toException();
        });
        var workshop = Workshop.convened(process.process(), process.entity(), convocation);
        workshops.persistAndFlush(workshop);
        outbox.append(new WorkshopConvened(
                process.process(),
                process.entity(),
                workshop.workshop,
                workshop.title,
                workshop.startsAt,
                workshop.place,
                workshop.convenedAt));
        return workshop;
    }

    private static Problem problem(Convocation.Refusal refusal, Convocation convocation, Regulation regulation) {
        return switch (refusal) {
            case CONVENED_AFTER_START ->
                Problem.unprocessable("convened-after-start")
                        .error("/convenedAt", "convened-after-start", "startsAt", convocation.startsAt());
            case NOTICE_TOO_SHORT ->
                Problem.unprocessable("notice-too-short")
                        .with("noticeDays", regulation.convocation().noticeDays())
                        .with(
                                "givenDays",
                                Regulation.Convocation.daysBetween(convocation.convenedAt(), convocation.startsAt()))
                        .with("law", regulation.convocation().law());
            case LANGUAGE_NOT_SPOKEN ->
                Problem.unprocessable("language-not-spoken").with("language", convocation.language());
        };
    }

    /** One who came, by agent id or by the credential shown at the door. */
    record Arrival(
            @Nullable AgentId agent,
            @Nullable String credential,
            @Nullable Instant arrivedAt) {}

    /**
     * @param unknown positions in the list that name nobody who was entitled to be there
     * @param ended those recorded though their accreditation has ended
     */
    record Recorded(int recorded, int alreadyPresent, List<Integer> unknown, List<Integer> ended) {}

    @Transactional
    Recorded attend(UUID id, List<Arrival> arrivals) {
        var workshop = workshops.locked(id);
        mustNotBeSealed(workshop);
        var byCredential = agents.everByCredential(
                workshop.process,
                arrivals.stream()
                        .map(Arrival::credential)
                        .filter(Objects::nonNull)
                        .toList());
        var named = arrivals.stream()
                .map(arrival -> arrival.agent() != null ? arrival.agent() : byCredential.get(arrival.credential()))
                .toList();
        var entitled = attendances.entitled(
                workshop.process, named.stream().filter(Objects::nonNull).toList());
        Map<AgentId, Instant> present = new LinkedHashMap<>();
        var unknown = new ArrayList<Integer>();
        var ended = new ArrayList<Integer>();
        for (int i = 0; i < named.size(); i++) {
            var agent = named.get(i);
            var at = Objects.requireNonNullElse(arrivals.get(i).arrivedAt(), workshop.startsAt);
            var standing = agent == null ? null : entitled.get(agent);
            if (agent == null || standing == null || !standing.admits(at)) {
                unknown.add(i);
                continue;
            }
            if (standing.endedAt() != null) {
                ended.add(i);
            }
            present.putIfAbsent(agent, at);
        }
        int added = attendances.record(id, present);
        return new Recorded(added, present.size() - added, unknown, ended);
    }

    @Transactional
    Workshop open(UUID id, BudgetProcess process, @Nullable Instant at, boolean secondCall) {
        var workshop = workshops.locked(id);
        if (workshop.state != Workshop.State.CONVENED) {
            throw Problem.conflict("workshop-already-opened").toException();
        }
        var rule = process.regulation().quorum();
        int required = rule.of(agents.onRoll(process.process()));
        var presence = attendances.of(id);
        boolean waived = secondCall && rule.anyPresenceOnSecondCall();
        if (presence.forQuorum() < required && !waived) {
            throw Problem.conflict("quorum-not-reached")
                    .with("present", presence.forQuorum())
                    .with("required", required)
                    .with("law", rule.law())
                    .toException();
        }
        workshop.open(Objects.requireNonNullElseGet(at, clock::instant), required);
        workshops.flush();
        outbox.append(held(workshop, presence));
        return workshop;
    }

    static WorkshopHeld held(Workshop workshop, Attendances.Presence presence) {
        return new WorkshopHeld(
                workshop.process,
                workshop.entity,
                workshop.workshop,
                Objects.requireNonNull(workshop.heldAt),
                presence.present(),
                presence.women(),
                presence.men(),
                Objects.requireNonNull(workshop.quorum));
    }

    static void mustNotBeSealed(Workshop workshop) {
        if (workshop.state == Workshop.State.SEALED) {
            throw Problem.conflict("minutes-already-sealed").toException();
        }
    }
}
