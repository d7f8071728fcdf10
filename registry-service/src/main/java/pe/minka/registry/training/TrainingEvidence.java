package pe.minka.registry.training;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.process.EvidenceSource;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Requirement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the training sessions prove to a phase. */
@ApplicationScoped
class TrainingEvidence implements EvidenceSource {

    private final Trainings trainings;

    TrainingEvidence(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public Set<String> requirements() {
        return Set.of("TRAINING_HELD", "TRAINING_TOPICS_COVERED", "STAFF_TRAINED");
    }

    @Override
    public int countOf(
            Requirement requirement,
            EntityCode entity,
            @Nullable ProcessId process,
            LocalDate calledOn,
            Regulation regulation) {
        return process == null ? 0 : proven(requirement.requires(), trainings.of(process), regulation);
    }

    /** A session for agents counts as training held; all topics of the regulation count as one; areas of the staff each. */
    static int proven(String requirement, List<Training> held, Regulation regulation) {
        var forAgents = held.stream()
                .filter(training -> training.audience() == Training.Audience.AGENTS)
                .toList();
        return switch (requirement) {
            case "TRAINING_HELD" -> forAgents.size();
            case "STAFF_TRAINED" -> {
                var areas = new HashSet<String>();
                held.forEach(training -> areas.addAll(training.staffAreas()));
                yield areas.size() >= regulation.trainedStaffAreas() ? areas.size() : 0;
            }
            default -> {
                var topics = new HashSet<String>();
                forAgents.forEach(training -> topics.addAll(training.topics()));
                yield topics.containsAll(regulation.trainingTopics()) ? 1 : 0;
            }
        };
    }
}
