package pe.minka.allocation.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.agreement.SignAgreementsAct.Signatories;
import pe.minka.allocation.agreement.SignAgreementsAct.Signing;
import pe.minka.allocation.process.Processes;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;
import pe.minka.platform.runtime.versions.Versions;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Acts and agreements over HTTP. */
@Path("/v1")
@Tag(name = "Agreements", description = "The act of agreements and commitments, and the agreements it holds.")
public class AgreementResource {

    private static final String AGREEMENT =
            "{\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"act\":\"f90d172b-5384-42c5-9a0e-8493a2b1cb01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"proposal\":\"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"votes\":214,\"objective\":\"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601\",\"zone\":\"Z2\",\"uniqueInvestmentCode\":\"2298765\",\"agreedAmount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"state\":\"OPEN\",\"modifications\":0,\"schedule\":[{\"year\":2017,\"amount\":{\"amount\":\"40000.00\",\"currency\":\"PEN\"}},{\"year\":2018,\"amount\":{\"amount\":\"440000.00\",\"currency\":\"PEN\"}}]}";
    private static final String ACT =
            "{\"act\":\"f90d172b-5384-42c5-9a0e-8493a2b1cb01\",\"process\":\"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016\",\"entity\":\"300305\",\"envelope\":\"d7ebf509-3162-40a3-b8ec-6271809fa901\",\"portfolio\":\"71859fa3-dbfc-4a4d-a286-0c1b2a394d01\",\"signedOn\":\"2016-04-30\",\"signatories\":284,\"attestedBy\":\"Juez de Paz de Coyllurqui\",\"sha256\":\"486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7\",\"agreements\":["
                    + AGREEMENT + "]}";

    private final SignAgreementsAct signAgreementsAct;
    private final AgreementsActs acts;
    private final Agreements agreements;
    private final Processes processes;

    AgreementResource(
            SignAgreementsAct signAgreementsAct, AgreementsActs acts, Agreements agreements, Processes processes) {
        this.signAgreementsAct = signAgreementsAct;
        this.acts = acts;
        this.agreements = agreements;
        this.processes = processes;
    }

    @Schema(name = "AgreementsActRequest")
    record SignRequest(
            @NotNull UUID portfolio,
            @NotNull LocalDate signedOn,

            @Schema(description = "How many signed, by kind of organisation.") @NotEmpty @Size(max = 100)
            List<@Valid @NotNull SignatoriesRequest> signatories,

            @Schema(
                    description = "The authority that attests the act, by office.",
                    examples = "Juez de Paz de Coyllurqui")
            @NotBlank
            @Size(max = 200)
            String attestedBy,

            @Schema(description = "What each side promises beside the projects; no names of persons.")
            @Size(max = 100)
            @Nullable
            List<@NotBlank @Size(max = 1000) String> commitments,

            @Schema(description = "The zones represented; all of them are needed where the envelope was distributed.")
            @Size(max = 5000)
            @Nullable
            List<@NotBlank @Size(max = 60) String> zones) {}

    @Schema(name = "Signatories")
    record SignatoriesRequest(
            @Schema(examples = "PEASANT_COMMUNITY") @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String kind,

            @Positive @Max(1_000_000) int count) {}

    @Schema(name = "AgreementYear")
    record YearView(FiscalYear year, Soles amount) {}

    @Schema(name = "Agreement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementView(
            UUID agreement,
            UUID act,
            ProcessId process,
            EntityCode entity,
            UUID envelope,
            UUID proposal,
            String title,
            long votes,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable String uniqueInvestmentCode,

            @Schema(description = "As signed; never changes.")
            Soles agreedAmount,

            @Schema(description = "As it stands after lawful modifications.")
            Soles amount,

            AgreementState state,

            @Schema(description = "How many modifications it has had.")
            int modifications,

            List<YearView> schedule) {}

    @Schema(name = "AgreementPage")
    record AgreementPage(
            List<AgreementView> items, @Nullable String next) {}

    @Schema(name = "AgreementsAct")
    record ActView(
            UUID act,
            ProcessId process,
            EntityCode entity,
            UUID envelope,
            UUID portfolio,
            LocalDate signedOn,
            int signatories,
            String attestedBy,

            @Schema(description = "SHA-256 of the sealed document.")
            String sha256,

            List<AgreementView> agreements) {}

    @Schema(name = "AgreementsActList")
    record ActList(List<ActView> items) {}

    @POST
    @Path("/processes/{process}/agreements-acts")
    @RolesAllowed(Roles.COUNCIL_SECRETARY)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Sign the act of agreements and commitments",
            description = "Makes an agreement of each selected project, reserves its money in the envelope in the same"
                    + " moment, and seals the act as canonical JSON with its SHA-256. An act that the envelope cannot"
                    + " carry is refused whole.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "attested by the justice of the peace",
                                            value =
                                                    "{\"portfolio\":\"71859fa3-dbfc-4a4d-a286-0c1b2a394d01\",\"signedOn\":\"2016-04-30\",\"signatories\":[{\"kind\":\"PEASANT_COMMUNITY\",\"count\":212},{\"kind\":\"WOMEN_ORGANISATION\",\"count\":72}],\"attestedBy\":\"Juez de Paz de Coyllurqui\",\"commitments\":[\"Las comunidades aportan mano de obra no calificada.\"]}")))
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ActView.class),
                            examples = @ExampleObject(name = "signed", value = ACT)))
    public Response signAgreementsAct(@PathParam("process") ProcessId process, @Valid @NotNull SignRequest request) {
        var act = signAgreementsAct.sign(
                process,
                new Signing(
                        request.portfolio(),
                        request.signedOn(),
                        request.signatories().stream()
                                .map(each -> new Signatories(each.kind(), each.count()))
                                .toList(),
                        request.attestedBy(),
                        request.commitments(),
                        request.zones()));
        return Response.created(URI.create("/v1/agreements-acts/" + act.id))
                .entity(view(act))
                .build();
    }

    @GET
    @Path("/processes/{process}/agreements-acts")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "Acts of a process", description = "All acts that were signed, in their order.")
    @APIResponse(
            responseCode = "200",
            description = "The acts",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ActList.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + ACT + "]}")))
    public ActList listAgreementsActs(@PathParam("process") ProcessId process) {
        processes.require(process);
        return new ActList(acts.list("process = ?1 order by signedAt", process).stream()
                .map(this::view)
                .toList());
    }

    @GET
    @Path("/agreements-acts/{act}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "One act", description = "With each agreement as it stands now.")
    @APIResponse(
            responseCode = "200",
            description = "The act",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ActView.class),
                            examples = @ExampleObject(name = "signed", value = ACT)))
    public ActView getAgreementsAct(@Parameter(description = "Its id.") @PathParam("act") UUID act) {
        return view(acts.row(act));
    }

    @GET
    @Path("/agreements-acts/{act}/document")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "The sealed document of an act",
            description = "Byte for byte what was sealed: its SHA-256 is the act's `sha256`.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "beginning",
                                            value =
                                                    "{\"act\":\"f90d172b-5384-42c5-9a0e-8493a2b1cb01\",\"attestedBy\":\"Juez de Paz de Coyllurqui\",\"entity\":\"300305\"}")))
    public Response getAgreementsActDocument(@Parameter(description = "Its id.") @PathParam("act") UUID act) {
        var found = acts.row(act);
        return Response.ok(found.document).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("/processes/{process}/agreements")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Agreements of a process",
            description = "All agreements of all its acts, by id; they stay open under new authorities until done or"
                    + " lawfully changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agreements",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgreementPage.class),
                            examples = @ExampleObject(name = "one", value = "{\"items\":[" + AGREEMENT + "]}")))
    public Response listAgreements(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.require(process);
        var found = agreements.find("process = ?1 and id > ?2 order by id", process, page.afterId());
        var rows = found.page(0, page.limit + 1).list();
        return Page.of(rows, page, row -> row.id)
                .map(row -> view(row.snapshot()))
                .toResponse(uri);
    }

    @GET
    @Path("/agreements/{agreement}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "One agreement", description = "As signed and as it stands; the ETag is needed to modify it.")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AgreementView.class),
                            examples = @ExampleObject(name = "open", value = AGREEMENT)))
    public Response getAgreement(@Parameter(description = "Its id.") @PathParam("agreement") UUID agreement) {
        var found = agreements.require(agreement);
        return Response.ok(view(found)).tag(Versions.etag(found.version())).build();
    }

    private ActView view(ActRow act) {
        return new ActView(
                act.id,
                act.process,
                act.entity,
                act.envelope,
                act.portfolio,
                act.signedOn,
                act.signatories,
                act.attestedBy,
                act.sha256,
                agreements.ofAct(act.id).stream().map(AgreementResource::view).toList());
    }

    static AgreementView view(Agreement agreement) {
        return new AgreementView(
                agreement.id(),
                agreement.act(),
                agreement.process(),
                agreement.entity(),
                agreement.envelope(),
                agreement.proposal(),
                agreement.title(),
                agreement.votes(),
                agreement.objective(),
                agreement.zone(),
                agreement.uniqueInvestmentCode(),
                agreement.agreedAmount(),
                agreement.amount(),
                agreement.state(),
                agreement.modifications(),
                agreement.schedule().stream()
                        .map(year -> new YearView(year.year(), year.amount()))
                        .toList());
    }
}
