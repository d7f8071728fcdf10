package pe.minka.execution.committee;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.committee.ConstituteCommittee.Proposal;
import pe.minka.execution.committee.ConstituteCommittee.Proposed;
import pe.minka.execution.process.Processes;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Committees over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Committees",
        description = "Who co-manages a work, and who watches over the agreements: posts and sex only.")
public class CommitteeResource {

    private static final String REQUEST = """
            {"kind":"MANAGEMENT","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "act":"Acta de elección 2016-05-28","constitutedOn":"2016-05-28","members":[\
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","post":"PRESIDENT"},\
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102","post":"VICE_PRESIDENT"},\
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a103","post":"BOARD_MEMBER"},\
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a104","post":"FISCAL"}]}""";
    private static final String COMMITTEE = """
            {"committee":"2c304a5e-86b7-45f8-8d31-b7c6d5e4fe01","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "kind":"MANAGEMENT","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "act":"Acta de elección 2016-05-28","constitutedOn":"2016-05-28","active":true,"members":[\
            {"post":"PRESIDENT","sex":"FEMALE"},{"post":"VICE_PRESIDENT","sex":"MALE"},\
            {"post":"BOARD_MEMBER","sex":"FEMALE"},{"post":"FISCAL","sex":"MALE"}],"warnings":[]}""";
    private static final String END = "{\"endedOn\":\"2017-07-10\",\"act\":\"Acta de asamblea 2017-07-10\"}";

    private final ConstituteCommittee constituteCommittee;
    private final Committees committees;
    private final Processes processes;
    private final Clock clock;

    CommitteeResource(
            ConstituteCommittee constituteCommittee, Committees committees, Processes processes, Clock clock) {
        this.constituteCommittee = constituteCommittee;
        this.committees = committees;
        this.processes = processes;
        this.clock = clock;
    }

    @Schema(name = "NewCommittee", description = "Who was elected to which post, and by which act.")
    record NewCommittee(
            @NotNull CommitteeKind kind,

            @Schema(description = "The work of a management committee.") @Nullable
            UUID project,

            @Schema(description = "The minutes of the election.") @NotBlank @Size(max = 120)
            String act,

            @Schema(description = "The day of the act; today when absent.") @Nullable
            LocalDate constitutedOn,

            @NotEmpty @Size(max = 50) List<@Valid @NotNull NewMember> members) {}

    @Schema(name = "NewCommitteeMember")
    record NewMember(
            @NotNull AgentId agent,

            @Schema(description = "As the ordinance calls it.", examples = "PRESIDENT")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,59}")
            String post) {}

    @Schema(name = "EndOfCommittee")
    record EndCommittee(
            @NotNull LocalDate endedOn,

            @Schema(description = "The minutes that end it.") @NotBlank @Size(max = 120)
            String act) {}

    @Schema(name = "Committee", description = "A committee; never who its members are, only posts and sex.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID committee,
            ProcessId process,
            CommitteeKind kind,
            @Nullable UUID project,
            String act,
            LocalDate constitutedOn,

            @Schema(description = "When the term of the ordinance is over.") @Nullable
            LocalDate endsOn,

            @Nullable LocalDate endedOn,
            boolean active,
            List<MemberView> members,

            @Schema(description = "Targets of the ordinance that it misses, told when it takes office.") @Nullable
            List<Map<String, Object>> warnings) {

        static View of(Committee each, @Nullable List<Breach> warnings) {
            return new View(
                    each.id,
                    each.process,
                    each.kind,
                    each.project,
                    each.act,
                    each.constitutedOn,
                    each.endsOn,
                    each.endedOn,
                    each.isActive(),
                    each.members.stream()
                            .map(member -> new MemberView(member.post, member.sex))
                            .toList(),
                    warnings == null
                            ? null
                            : warnings.stream().map(View::warning).toList());
        }

        private static Map<String, Object> warning(Breach breach) {
            var warning = new java.util.TreeMap<String, Object>(breach.details());
            warning.put("code", breach.code());
            return warning;
        }
    }

    @Schema(name = "CommitteeMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(String post, @Nullable String sex) {}

    @Schema(name = "CommitteePage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @POST
    @Path("/processes/{process}/committees")
    @RolesAllowed({Roles.COUNCIL_SECRETARY, Roles.EXECUTION_OFFICER})
    @Scope(Scope.OWN)
    @Operation(
            summary = "Constitute a committee",
            description =
                    "Puts elected agents into office. Number, posts, different people, quotas, zones and re-election"
                            + " are those of the ordinance; each broken rule is told with its article. A work has one active"
                            + " management committee, a process one active vigilance committee. Where an election was"
                            + " proclaimed, its winners take office.")
    @APIResponse(
            responseCode = "201",
            description = "In office",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "management", value = COMMITTEE)))
    @APIResponse(responseCode = "409", description = "`committee-active`: there is one in office; `project-closed`")
    @APIResponse(
            responseCode = "422",
            description = "`committee-refused` with each broken rule in `errors`: `committee-size`, `post-vacant`,"
                    + " `post-not-foreseen`, `person-repeated`, `agent-not-accredited`, `immediate-re-election`,"
                    + " `not-elected`, `quota-unmet`, `zones-not-represented`, `project-missing`, `project-unknown`,"
                    + " `project-not-foreseen`")
    public Response constituteCommittee(
            @PathParam("process") ProcessId process,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = REQUEST)))
                    @Valid
                    @NotNull
                    NewCommittee request) {
        var constituted = constituteCommittee.constitute(
                process,
                new Proposal(
                        request.kind(),
                        request.project(),
                        request.act(),
                        Objects.requireNonNullElseGet(request.constitutedOn(), () -> Peru.today(clock)),
                        request.members().stream()
                                .map(each -> new Proposed(each.agent(), each.post()))
                                .toList()));
        return Response.created(URI.create("/v1/processes/" + process + "/committees"))
                .entity(View.of(constituted.committee(), constituted.warnings()))
                .build();
    }

    @POST
    @Path("/committees/{committee}/end")
    @RolesAllowed({Roles.COUNCIL_SECRETARY, Roles.EXECUTION_OFFICER})
    @Scope(Scope.OWN)
    @Operation(
            summary = "End a committee",
            description = "Its term is over or its assembly has ended it; another one may then be constituted.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "management", value = COMMITTEE)))
    @APIResponse(responseCode = "409", description = "`committee-not-active`")
    @APIResponse(responseCode = "422", description = "`date-out-of-order`")
    public View endCommittee(
            @PathParam("committee") UUID committee,
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "case", value = END)))
                    @Valid
                    @NotNull
                    EndCommittee request) {
        return View.of(constituteCommittee.end(committee, request.endedOn(), request.act()), null);
    }

    @GET
    @Path("/processes/{process}/committees")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Committees of a process",
            description = "In office and past, each with its posts and the sex of who holds them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of committees",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "committees", value = "{\"items\":[" + COMMITTEE + "]}")))
    public Response listCommittees(
            @PathParam("process") ProcessId process, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        processes.require(process);
        return Page.of(committees.of(process, page.afterId(), page.limit + 1), page, each -> each.id)
                .map(each -> View.of(each, null))
                .toResponse(uri);
    }
}
