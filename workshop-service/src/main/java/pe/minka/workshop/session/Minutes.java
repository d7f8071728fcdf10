package pe.minka.workshop.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a workshop decided, in its own words.
 *
 * @param dissent what those who disagreed want recorded
 * @param attestedBy before whom the minutes are signed
 * @param copiesDelivered how many attendees got a copy
 */
@Schema(name = "Minutes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Minutes(
        @NotNull @Size(max = 500) List<@Valid @NotNull Agreement> agreements,
        @Nullable @Size(max = 100) List<@NotBlank @Size(max = 4000) String> dissent,
        @Nullable @Valid Attestation attestedBy,
        @Nullable @Min(0) Integer copiesDelivered) {

    /** What an agreement is about, as far as a rule asks for it. */
    enum Matter {
        BUDGET_PRESENTED,
        ACCOUNTS_PRESENTED,
        THEMES_RANKED,
        OBJECTIVE_ADOPTED,
        PROJECTS_PRIORITISED,
        COMMITTEE_ELECTED,
        OTHER
    }

    /** What an agreement settles that has to say how: by whom the session is chaired, or which theme is adopted. */
    enum Topic {
        CHAIR,
        THEME
    }

    enum Method {
        CONSENSUS,
        SHOW_OF_HANDS,
        BALLOT,
        INFORMED
    }

    /**
     * @param objections what was said against it; for a consensus, what stands beside it
     * @param ranked the problems or themes, the first first, where the agreement ranks them
     */
    @Schema(name = "MinutesAgreement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agreement(
            @NotNull Matter matter,
            @Nullable Topic topic,
            @NotBlank @Size(max = 4000) String text,
            @NotNull Method method,
            @Nullable @Min(0) Integer inFavour,
            @Nullable @Min(0) Integer against,
            @Nullable @Min(0) Integer abstained,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 1000) String> objections,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 300) String> ranked) {

        /** Whether it says how it was decided: by consensus, or with the votes for it. */
        boolean tellsHow() {
            return switch (method) {
                case CONSENSUS -> true;
                case SHOW_OF_HANDS, BALLOT -> inFavour != null && inFavour > votes(against);
                case INFORMED -> false;
            };
        }

        /** All votes that it reports. */
        int votesCast() {
            return votes(inFavour) + votes(against) + votes(abstained);
        }

        private static int votes(@Nullable Integer reported) {
            return reported == null ? 0 : reported;
        }
    }

    /** An authority, by office; its name is a public act. */
    @Schema(name = "Attestation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attestation(
            @NotBlank @Size(max = 120) String office,
            @Nullable @Size(max = 120) String name) {}
}
