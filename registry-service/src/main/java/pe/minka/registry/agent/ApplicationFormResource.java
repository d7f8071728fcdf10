package pe.minka.registry.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.registry.process.Processes;

import java.util.List;

/** What a form of registration asks. */
@Path("/v1/processes/{process}/application-form")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
class ApplicationFormResource {

    private final Processes processes;

    ApplicationFormResource(Processes processes) {
        this.processes = processes;
    }

    /** @param member of `AgentApplication` */
    @Schema(name = "ApplicationQuestion")
    record QuestionView(String member, boolean required) {}

    /**
     * @param notAsked members that a form under this ordinance leaves out
     * @param particulars members of `particulars` that are kept; others are forgotten at once
     * @param papersRefuse whether an application without one of the papers is refused, not only observed
     * @param supportersPercentOfAdults asked where `minimumSupporters` is 0; absent where no part is asked
     * @param supportersListed whether supporters count only as rows of a list, brought to a lodged application
     * @param cureDays working days to hand in what an application lacks
     * @param seniorityMonths that the organisation must have; 0: not asked
     */
    @Schema(name = "ApplicationForm")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormView(
            List<QuestionView> asked,
            List<String> notAsked,
            List<String> documents,
            List<String> organisationKinds,
            List<String> papers,
            List<String> particulars,
            boolean papersRefuse,
            int minimumAge,
            int seniorityMonths,
            int minimumSupporters,
            @Nullable String supportersPercentOfAdults,
            boolean supportersListed,
            int cureDays,
            String law) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getApplicationForm",
            summary = "What an application is asked",
            description =
                    "Exactly what the ordinance of the process asks, so that a form shows these questions and no others. Empty lists of documents or kinds: all are taken.")
    @APIResponse(
            responseCode = "200",
            description = "The questions",
            content =
                    @Content(
                            schema = @Schema(implementation = FormView.class),
                            examples =
                                    @ExampleObject(
                                            name = "form",
                                            value =
                                                    "{\"asked\":[{\"member\":\"role\",\"required\":true},{\"member\":\"birthDate\",\"required\":false}],\"notAsked\":[\"supporters\"],\"documents\":[\"DNI\"],\"organisationKinds\":[\"PEASANT_COMMUNITY\"],\"papers\":[\"ASSEMBLY_MINUTES\"],\"particulars\":[],\"papersRefuse\":false,\"minimumAge\":18,\"seniorityMonths\":0,\"minimumSupporters\":0,\"supportersListed\":false,\"cureDays\":2,\"law\":\"DS 142-2009-EF art. 7.4\"}")))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public FormView getApplicationForm(@PathParam("process") ProcessId id) {
        var regulation = processes.get(id).regulation();
        var admission = regulation.admission();
        var form = ApplicationForm.of(
                admission,
                regulation.refusesWithoutPapers(),
                !regulation.rotations().isEmpty());
        var percent = admission.supporters().percentOfAdults();
        return new FormView(
                form.asked().stream()
                        .map(question -> new QuestionView(question.member(), question.required()))
                        .toList(),
                form.notAsked(),
                List.copyOf(admission.documents()),
                List.copyOf(admission.organisationKinds()),
                List.copyOf(admission.papers()),
                List.copyOf(admission.particulars()),
                form.papersRefuse(),
                admission.minimumAge(),
                admission.seniorityMonths(),
                admission.supporters().minimum(),
                percent == null ? null : percent.toPlainString(),
                admission.supporters().listed(),
                admission.cureDays(),
                admission.law());
    }
}
