package pe.minka.execution.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import pe.minka.execution.contribution.CommunityEntry.Booking;
import pe.minka.execution.contribution.Contribution.Delivery;
import pe.minka.execution.cooperation.ContributionKind;
import pe.minka.execution.money.MoreThanZero;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What communities bring, over HTTP. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Contributions",
        description =
                "What the community brings to a work: labour and materials with their value, and money of its own.")
public class ContributionResource {

    private final DeliverContribution deliverContribution;
    private final Contributions contributions;
    private final CommunityMoney communityMoney;
    private final Projects projects;

    ContributionResource(
            DeliverContribution deliverContribution,
            Contributions contributions,
            CommunityMoney communityMoney,
            Projects projects) {
        this.deliverContribution = deliverContribution;
        this.contributions = contributions;
        this.communityMoney = communityMoney;
        this.projects = projects;
    }

    @Schema(name = "NewContribution", description = "What was delivered, counted and valued.")
    record NewContribution(
            @NotNull ContributionKind kind,

            @Schema(description = "More than zero, at most three decimals.", examples = "120")
            @NotNull
            @Pattern(regexp = "(?=.*[1-9])\\d{1,11}(\\.\\d{1,3})?")
            String quantity,

            @Schema(examples = "person-day") @NotBlank @Size(max = 40)
            String unit,

            @Schema(description = "What it is worth; for MONEY the amount itself.") @NotNull @MoreThanZero
            Soles value,

            @NotNull LocalDate deliveredOn,
            @Nullable @Size(max = 120) String document,

            @Schema(description = "The agreement of cooperation that it was promised in.") @Nullable
            UUID cooperationAgreement) {}

    @Schema(name = "Contribution")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID contribution,
            UUID project,
            ContributionKind kind,
            String quantity,
            String unit,
            Soles value,
            LocalDate deliveredOn,
            @Nullable String document,
            @Nullable UUID cooperationAgreement) {

        static View of(Contribution each) {
            return new View(
                    each.id,
                    each.project,
                    each.kind,
                    each.plainQuantity(),
                    each.unit,
                    each.worth,
                    each.deliveredOn,
                    each.document,
                    each.cooperation);
        }
    }

    @Schema(name = "ContributionPage")
    record ViewPage(List<View> items, @Nullable String next) {}

    @Schema(name = "NewCommunityExpenditure", description = "What the community's money was spent on.")
    record NewCommunityExpenditure(
            @NotNull @MoreThanZero Soles amount,
            @NotBlank @Size(max = 200) String purpose,
            @NotBlank @Size(max = 120) String document,
            @NotNull LocalDate spentOn) {}

    @Schema(name = "CommunityEntry")
    record EntryView(
            UUID entry,

            @Schema(description = "Place in the community's ledger of the work, from 1.")
            int ordinal,

            CommunityEntry.Direction direction,
            Soles amount,

            @Schema(description = "What is left with this entry.")
            Soles balance,

            String purpose,
            String document,
            LocalDate bookedOn) {

        static EntryView of(CommunityEntry each) {
            return new EntryView(
                    each.id,
                    each.ordinal,
                    each.direction,
                    each.amount,
                    each.balance,
                    each.purpose,
                    each.document,
                    each.bookedOn);
        }
    }

    @Schema(name = "CommunityEntryPage")
    record EntryPage(List<EntryView> items, @Nullable String next) {}

    @POST
    @Path("/projects/{project}/contributions")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Record what the community brought",
            description = "Kind, quantity, unit and value of what was delivered. Money goes to the community's own"
                    + " ledger, apart from public money. Counted: takes an Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "faena", value = ContributionExamples.CONTRIBUTION)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    @APIResponse(responseCode = "422", description = "`agreement-of-another-work`")
    public Response recordContribution(
            @PathParam("project") UUID project,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "case",
                                                            value = ContributionExamples.DELIVERY)))
                    @Valid
                    @NotNull
                    NewContribution request) {
        var delivered = deliverContribution.deliver(
                project,
                new Delivery(
                        request.kind(),
                        new BigDecimal(request.quantity()),
                        request.unit(),
                        request.value(),
                        request.deliveredOn(),
                        request.document(),
                        request.cooperationAgreement()));
        return Response.created(URI.create("/v1/projects/" + project + "/contributions"))
                .entity(View.of(delivered))
                .build();
    }

    @GET
    @Path("/projects/{project}/contributions")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(summary = "What the community brought", description = "All deliveries to a work, with their value.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ViewPage.class),
                            examples = @ExampleObject(name = "deliveries", value = ContributionExamples.PAGE)))
    public Response listContributions(
            @PathParam("project") UUID project, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        projects.require(project);
        return Page.of(contributions.of(project, page.afterId(), page.limit + 1), page, each -> each.id)
                .map(View::of)
                .toResponse(uri);
    }

    @POST
    @Path("/projects/{project}/community-expenditures")
    @RolesAllowed(Roles.EXECUTION_OFFICER)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Spend the community's money",
            description = "Books money that the community gave, never more than is left of it. Counted: takes an"
                    + " Idempotency-Key.")
    @APIResponse(
            responseCode = "201",
            description = "Booked",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EntryView.class),
                            examples = @ExampleObject(name = "spent", value = ContributionExamples.ENTRY)))
    @APIResponse(responseCode = "409", description = "`project-closed`")
    @APIResponse(responseCode = "422", description = "`over-community-money`: more than is left")
    public Response spendCommunityMoney(
            @PathParam("project") UUID project,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            name = "case",
                                                            value = ContributionExamples.SPENDING)))
                    @Valid
                    @NotNull
                    NewCommunityExpenditure request) {
        var booked = deliverContribution.spend(
                project, request.amount(), new Booking(request.purpose(), request.document(), request.spentOn(), null));
        return Response.created(URI.create("/v1/projects/" + project + "/community-ledger"))
                .entity(EntryView.of(booked))
                .build();
    }

    @GET
    @Path("/projects/{project}/community-ledger")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "Ledger of the community's money",
            description = "What the community gave in money, what it was spent on and what is left; apart from public"
                    + " money.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EntryPage.class),
                            examples = @ExampleObject(name = "entries", value = ContributionExamples.LEDGER)))
    public Response readCommunityLedger(
            @PathParam("project") UUID project, @Valid @BeanParam PageRequest page, @Context UriInfo uri) {
        projects.require(project);
        return Page.of(communityMoney.of(project, page.afterOrdinal(), page.limit + 1), page, each -> each.ordinal)
                .map(EntryView::of)
                .toResponse(uri);
    }
}
