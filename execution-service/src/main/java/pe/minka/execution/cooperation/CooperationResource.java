package pe.minka.execution.cooperation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.cooperation.CooperationAgreement.Pledge;
import pe.minka.execution.money.MoreThanZero;
import pe.minka.execution.process.Party;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Agreements of cooperation over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Cooperation",
        description = "What community, committee and municipality sign before works start, and what is promised in it.")
public class CooperationResource {

    private static final String REQUEST = """
            {"signedOn":"2016-06-05","document":"Convenio 012-2016","parties":["COMMUNITY","COMMITTEE","MUNICIPALITY"],\
            "pledges":[{"kind":"LABOUR","quantity":"120","unit":"person-day",\
            "value":{"amount":"6000.00","currency":"PEN"}}]}""";
    private static final String AGREEMENT = """
            {"agreement":"93a7b1c5-fd1e-4c6f-84a8-2e3d4c5b6f01","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "signedOn":"2016-06-05","document":"Convenio 012-2016","parties":["COMMUNITY","COMMITTEE","MUNICIPALITY"],\
            "pledges":[{"kind":"LABOUR","quantity":"120","unit":"person-day",\
            "value":{"amount":"6000.00","currency":"PEN"}}],"pledged":{"amount":"6000.00","currency":"PEN"}}""";

    private final SignCooperationAgreement signCooperationAgreement;
    private final CooperationAgreements agreements;
    private final Projects projects;

    CooperationResource(
            SignCooperationAgreement signCooperationAgreement, CooperationAgreements agreements, Projects projects) {
        this.signCooperationAgreement = signCooperationAgreement;
        this.agreements = agreements;
        this.projects = projects;
    }

    @Schema(name = "NewCooperationAgreement", description = "An agreement as it was signed.")
    record NewCooperationAgreement(
            @NotNull LocalDate signedOn,
            @NotBlank @Size(max = 120) String document,

            @Schema(description = "Who signed it.") @NotEmpty
            Set<@NotNull Party> parties,

            @Schema(description = "What the community promised to bring.") @Nullable @Size(max = 50)
            List<@Valid @NotNull PledgeView> pledges) {}

    @Schema(name = "Pledge", description = "What is promised, counted and valued.")
    record PledgeView(
            @NotNull ContributionKind kind,

            @Schema(description = "More than zero, at most three decimals.", examples = "120")
            @NotNull
            @Pattern(regexp = "(?=.*[1-9])\\d{1,11}(\\.\\d{1,3})?")
            String quantity,

            @Schema(examples = "person-day") @NotBlank @Size(max = 40)
            String unit,

            @NotNull @MoreThanZero Soles value) {

        Pledge pledge() {
            return new Pledge(kind, new BigDecimal(quantity), unit, value);
        }

        static PledgeView of(Pledge pledge) {
            return new PledgeView(
                    pledge.kind, pledge.quantity.stripTrailingZeros().toPlainString(), pledge.unit, pledge.worth);
        }
    }

    @Schema(name = "CooperationAgreement")
    record View(
            UUID agreement,
            UUID project,
            LocalDate signedOn,
            String document,
            List<Party> parties,
            List<PledgeView> pledges,
            Soles pledged) {

        static View of(CooperationAgreement each) {
            return new View(
                    each.id,
                    each.project,
                    each.signedOn,
                    each.document,
                    each.parties.stream().sorted().toList(),
                    each.pledges.stream().map(PledgeView::of).toList(),
                    each.pledged());
        }
    }

    @Schema(name = "CooperationAgreementList")
    record ViewList(List<View> items) {}

    @POST
    @Path("/projects/{project}/cooperation-agreements")
    @RolesAllowed({Roles.EXECUTION_OFFICER, Roles.COUNCIL_SECRETARY})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Record a signed agreement of cooperation",
            description = "Who signed, and what the community promised with its value. Works start when one agreement"
                    + " bears the signatures of all parties that the ordinance names.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "three parties", value = AGREEMENT)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    public Response signCooperationAgreement(
            @PathParam("project") UUID project,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    NewCooperationAgreement request) {
        var signed = signCooperationAgreement.sign(
                project,
                request.signedOn(),
                request.document(),
                request.parties(),
                Objects.requireNonNullElse(request.pledges(), List.<PledgeView>of()).stream()
                        .map(PledgeView::pledge)
                        .toList());
        return Response.created(URI.create("/v1/projects/" + project + "/cooperation-agreements"))
                .entity(View.of(signed))
                .build();
    }

    @GET
    @Path("/projects/{project}/cooperation-agreements")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Agreements of cooperation of a work", description = "By the day of their signature.")
    @APIResponse(
            responseCode = "200",
            description = "The agreements",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + AGREEMENT + "]}")))
    public ViewList listCooperationAgreements(@PathParam("project") UUID project) {
        projects.require(project);
        return new ViewList(agreements.of(project).stream().map(View::of).toList());
    }
}
