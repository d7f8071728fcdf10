package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that is kept about a person, on the wire.
 *
 * @param records whatever else the registry keeps about the person, list by list, as it stands there
 */
@Schema(name = "PersonalData")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalDataView(
        String documentKind,
        String documentNumber,
        String names,
        @Nullable LocalDate birthDate,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String position,
        @Nullable EducationLevel educationLevel,
        List<Participation> participations,
        List<Reading> readings,
        List<ConsentGiven> consents,
        List<NoticeReceived> notices,
        List<TrainingAttended> trainings,
        List<Corrected> rectifications,
        Map<String, List<Map<String, String>>> records) {

    record Participation(UUID process, UUID agent, String role, String state) {}

    /**
     * A reading of personal fields that this person's were among.
     *
     * @param by the account that saw them
     */
    record Reading(Instant at, String purpose, String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentGiven(
            String purpose,
            String version,
            String channel,
            Instant givenAt,
            @Nullable Instant endedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeReceived(
            UUID notice,
            String state,
            @Nullable String channel,
            @Nullable LocalDate deliveredOn) {}

    record TrainingAttended(UUID training, String title, LocalDate heldOn) {}

    /**
     * @param by the account that corrected it
     * @param proof what it was corrected by, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Corrected(
            Instant at,
            List<String> fields,
            String cause,
            String by,
            @Nullable String proof) {}

    @Override
    public String toString() {
        return "personal data";
    }
}
