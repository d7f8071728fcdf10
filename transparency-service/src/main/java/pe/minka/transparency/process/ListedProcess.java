package pe.minka.transparency.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** A process in a list. */
@Schema(description = "A process in a list.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedProcess(
        ProcessId process,

        @Schema(examples = "Presupuesto participativo multianual 2016 de Coyllurqui")
        String name,

        EntityCode entity,

        @Schema(examples = "Municipalidad Distrital de Coyllurqui") @Nullable
        String entityName,

        Ubigeo ubigeo,
        @Nullable String region,
        @Nullable String province,
        @Nullable String district,
        @Schema(examples = "2017") int fiscalYear) {

    @JsonProperty
    @Schema(examples = "/v1/processes/5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016")
    public String self() {
        return "/v1/processes/" + process;
    }

    @JsonIgnore
    Key key() {
        return new Key(fiscalYear, process.value());
    }

    /** What orders the list. */
    record Key(int year, UUID process) {

        static Key of(String text) {
            try {
                return new Key(Integer.parseInt(text.substring(0, 4)), UUID.fromString(text.substring(5)));
            } catch (IndexOutOfBoundsException | IllegalArgumentException forged) {
                throw Problem.badRequest("unknown-cursor").toException();
            }
        }

        @Override
        public String toString() {
            return year + "/" + process;
        }
    }
}
