package pe.minka.workshop.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.BudgetProcess;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Puts a plan in force, and takes in what the agents add to it. */
@ApplicationScoped
class AdoptPlan {

    private final DevelopmentPlans plans;
    private final Objectives objectives;
    private final Outbox outbox;

    AdoptPlan(DevelopmentPlans plans, Objectives objectives, Outbox outbox) {
        this.plans = plans;
        this.objectives = objectives;
        this.outbox = outbox;
    }

    record NewObjective(String code, String name) {}

    @Transactional
    DevelopmentPlan adopt(
            BudgetProcess process, String title, @Nullable LocalDate adoptedOn, List<NewObjective> wanted) {
        var codes = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            if (!codes.add(wanted.get(i).code())) {
                throw codeTaken(wanted.get(i).code(), "/objectives/" + i + "/code");
            }
        }
        var plan = new DevelopmentPlan(process.process(), process.entity(), title, adoptedOn);
        plans.persistAndFlush(plan);
        wanted.forEach(each -> objectives.persist(
                new Objective(plan.plan, each.code(), each.name(), Objective.Origin.PLAN, plan.version, null)));
        outbox.append(PlanAdopted.of(plan, objectives.of(plan.plan)));
        return plan;
    }

    @Transactional
    DevelopmentPlan addObjective(
            BudgetProcess process, UUID id, @Nullable String ifMatch, NewObjective added, @Nullable UUID minutes) {
        if (!process.regulation().plan().agentsMayAddObjectives()) {
            throw Problem.unprocessable("objectives-are-fixed")
                    .with("law", process.regulation().plan().law())
                    .toException();
        }
        var plan = plans.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Versions.require(ifMatch, plan.version);
        if (objectives.codeIsTaken(id, added.code())) {
            throw codeTaken(added.code(), "/code");
        }
        plans.getEntityManager().lock(plan, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        objectives.persist(
                new Objective(id, added.code(), added.name(), Objective.Origin.AGENTS, plan.version, minutes));
        outbox.append(PlanAdopted.of(plan, objectives.of(id)));
        return plan;
    }

    private static RuntimeException codeTaken(String code, String pointer) {
        return Problem.conflict("objective-code-taken")
                .with("objectiveCode", code)
                .error(pointer, "objective-code-taken", "objectiveCode", code)
                .toException();
    }
}
