package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.agent.Agents;
import pe.minka.registry.agent.Credential;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records a training session that was held, with who attended. */
@ApplicationScoped
class RecordTraining {

    /** So many ids are one fact that a broker takes. */
    private static final int MOST_ATTENDED = 20_000;

    private final Processes processes;
    private final Agents agents;
    private final Trainings trainings;
    private final TrainingMaterials materials;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    RecordTraining(
            Processes processes,
            Agents agents,
            Trainings trainings,
            TrainingMaterials materials,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.agents = agents;
        this.trainings = trainings;
        this.materials = materials;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param credentials codes as read from the cards, for those whose id is not at hand */
    record Session(
            String title,
            List<String> topics,
            LocalDate heldOn,
            @Nullable String place,
            String language,
            Training.Audience audience,
            List<String> staffAreas,
            List<AgentId> agents,
            List<String> credentials,
            List<UUID> materials) {}

    /** @param attended agents counted once, however they signed in */
    record Recorded(Training training, int attended) {}

    @Transactional
    Recorded record(ProcessId id, Session session) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        if (session.heldOn().isAfter(Peru.today(clock))) {
            throw Problem.unprocessable("training-ahead").toException();
        }
        if (session.agents().size() + session.credentials().size() > MOST_ATTENDED) {
            throw Problem.unprocessable("attendance-too-long")
                    .with("most", MOST_ATTENDED)
                    .toException();
        }
        mustHave(id, session.materials());
        var attended = attended(process, session);
        var training = new Training(
                id,
                session.title(),
                session.topics(),
                session.heldOn(),
                session.place(),
                session.language(),
                session.audience(),
                session.staffAreas(),
                clock.instant());
        trainings.add(training, attended);
        materials.used(training.id(), session.materials());
        outbox.append(new TrainingHeld(
                id, process.entity(), training.id(), session.topics(), session.heldOn(), List.copyOf(attended)));
        return new Recorded(training, attended.size());
    }

    private void mustHave(ProcessId process, List<UUID> used) {
        var problem = Problem.unprocessable("materials-unknown");
        var known = materials.known(process, used);
        for (int i = 0; i < used.size(); i++) {
            if (!known.contains(used.get(i))) {
                problem.error("/materials/" + i, "material-unknown");
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private Set<AgentId> attended(CalledProcess process, Session session) {
        var problem = Problem.unprocessable("attendance-unknown");
        var attended = new LinkedHashSet<AgentId>();
        var known = Set.copyOf(agents.accreditedAmong(process.id(), session.agents()));
        for (int i = 0; i < session.agents().size(); i++) {
            var agent = session.agents().get(i);
            if (known.contains(agent)) {
                attended.add(agent);
            } else {
                problem.error("/agents/" + i, "agent-unknown");
            }
        }
        var credentials = session.credentials().stream().map(Credential::typed).toList();
        var holders = agents.holding(
                process.id(), credentials.stream().flatMap(Optional::stream).toList());
        for (int i = 0; i < credentials.size(); i++) {
            var holder = credentials.get(i).map(holders::get);
            if (holder.isPresent()) {
                attended.add(holder.get());
            } else {
                problem.error("/credentials/" + i, "credential-unknown");
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
        return attended;
    }
}
