package pe.minka.transparency.fact;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.SmallCells;
import pe.minka.platform.core.Ubigeo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the registry tells of a process. */
public sealed interface RegistryFact extends ProcessFact {

    /** A process was called, bound to a regulation. */
    record ProcessCalled(
            ProcessId process,
            EntityCode entity,
            Ubigeo ubigeo,
            String name,
            int fiscalYear,
            String level,
            Regulation regulation,
            List<String> phases,
            @Nullable LocalDate calledOn)
            implements RegistryFact {

        /** @param document the executable ordinance with the national defaults merged in */
        public record Regulation(String identifier, int version, JsonNode document) {}

        @Override
        public String subject() {
            return process.toString();
        }
    }

    record PhaseOpened(ProcessId process, EntityCode entity, String phase, Instant at) implements RegistryFact {

        @Override
        public String subject() {
            return phase;
        }
    }

    record PhaseClosed(ProcessId process, EntityCode entity, String phase, Instant at) implements RegistryFact {

        @Override
        public String subject() {
            return phase;
        }
    }

    /**
     * The roll in figures; who stands on it is not told here.
     *
     * @param women null with men where one of both is a group so small that somebody could be recognised; also where the
     *     event is of a time when it told them
     */
    record RollPublished(
            ProcessId process,
            EntityCode entity,
            int agents,
            @Nullable Integer women,
            @Nullable Integer men,
            int organisations,
            Instant at)
            implements RegistryFact {

        public RollPublished {
            if (!areTold(women, men)) {
                women = null;
                men = null;
            }
        }

        /** Whether both may be told. */
        public static boolean areTold(@Nullable Integer women, @Nullable Integer men) {
            return women != null
                    && men != null
                    && SmallCells.publish(Map.of("WOMEN", women, "MEN", men)).stream()
                            .noneMatch(cell -> cell.count() == null);
        }

        @Override
        public String subject() {
            return process.toString();
        }
    }

    /** One place on the roll, for the counts by group; never shown by itself. */
    record AgentAccredited(
            ProcessId process,
            EntityCode entity,
            AgentId agent,
            @Nullable UUID organisation,
            @Nullable String organisationKind,
            @Nullable String role,
            @Nullable String sex,
            @Nullable String ageBand,
            @Nullable String language,
            @Nullable String zone)
            implements RegistryFact {

        @Override
        public String subject() {
            return agent.toString();
        }
    }

    record AgentReplaced(ProcessId process, EntityCode entity, AgentId agent) implements RegistryFact {

        @Override
        public String subject() {
            return agent.toString();
        }
    }

    record AgentRevoked(ProcessId process, EntityCode entity, AgentId agent) implements RegistryFact {

        @Override
        public String subject() {
            return agent.toString();
        }
    }

    /** @param attended who came; only how many is kept */
    record TrainingHeld(
            ProcessId process,
            EntityCode entity,
            UUID training,
            List<String> topics,
            LocalDate heldOn,
            List<String> attended)
            implements RegistryFact {

        @Override
        public String subject() {
            return training.toString();
        }
    }

    /** A body with its seats; a seat is an office, filled by a public official or a delegate. */
    record BodyConstituted(
            ProcessId process,
            EntityCode entity,
            UUID body,
            String kind,
            @Nullable String act,
            List<Seat> seats) implements RegistryFact {

        public record Seat(String post, @Nullable String name) {}

        @Override
        public String subject() {
            return body.toString();
        }
    }
}
