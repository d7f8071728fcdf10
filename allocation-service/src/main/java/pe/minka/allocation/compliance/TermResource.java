package pe.minka.allocation.compliance;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Terms of office over HTTP. */
@Path("/v1")
@Tag(name = "Compliance", description = "How agreements are kept until they are done or lawfully changed.")
public class TermResource {

    private static final String EXAMPLE =
            "{\"term\":\"c6ff5a51-d253-4ad3-8ecf-5f6a7b8c9d01\",\"entity\":\"300305\",\"beginsOn\":\"2019-01-01\",\"document\":\"Acta de transferencia 2018\",\"agreements\":[{\"agreement\":\"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"amount\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"executed\":{\"amount\":\"125000.00\",\"currency\":\"PEN\"},\"state\":\"OPEN\"}],\"open\":1}";

    private final BeginTerm beginTerm;
    private final Terms terms;
    private final Agreements agreements;

    TermResource(BeginTerm beginTerm, Terms terms, Agreements agreements) {
        this.beginTerm = beginTerm;
        this.terms = terms;
        this.agreements = agreements;
    }

    @Schema(name = "TermRequest")
    record TermRequest(
            @NotNull LocalDate beginsOn,

            @Schema(description = "The act of transfer.") @NotBlank @Size(max = 160)
            String document) {}

    @Schema(name = "CarriedAgreement")
    record CarriedView(
            UUID agreement,
            String title,

            @Schema(description = "As it stood when the term began.")
            Soles amount,

            @Schema(description = "Executed until then.") Soles executed,

            @Schema(description = "As it stands now.") AgreementState state) {}

    @Schema(name = "Term")
    record TermView(
            UUID term,
            EntityCode entity,
            LocalDate beginsOn,
            String document,
            List<CarriedView> agreements,

            @Schema(description = "How many of them are still to be kept.")
            int open) {}

    @POST
    @Path("/entities/{entity}/terms")
    @RolesAllowed({Roles.COUNCIL_SECRETARY, Roles.ENTITY_ADMIN})
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            summary = "Begin a new term of office",
            description = "All agreements of the entity that are neither done nor lawfully given up are carried forward"
                    + " as open, with what was executed so far. New authorities can change one only as the law lets them:"
                    + " by a modification with reason, legal basis and act.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(
                                            name = "2019",
                                            value =
                                                    "{\"beginsOn\":\"2019-01-01\",\"document\":\"Acta de transferencia 2018\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TermView.class),
                            examples = @ExampleObject(name = "one agreement", value = EXAMPLE)))
    public Response beginTerm(@PathParam("entity") EntityCode entity, @Valid @NotNull TermRequest request) {
        var row = beginTerm.begin(entity, request.beginsOn(), request.document());
        return Response.created(URI.create("/v1/terms/" + row.id))
                .entity(view(row))
                .build();
    }

    @GET
    @Path("/terms/{term}")
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "One term of office",
            description = "The agreements it took over, as they were then and as they stand now.")
    @APIResponse(
            responseCode = "200",
            description = "The term",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TermView.class),
                            examples = @ExampleObject(name = "one agreement", value = EXAMPLE)))
    public TermView getTerm(@Parameter(description = "Its id.") @PathParam("term") UUID term) {
        return view(terms.require(term));
    }

    private TermView view(TermRow row) {
        var carried = row.carried.stream()
                .map(each -> new CarriedView(
                        each.agreement(),
                        each.title(),
                        each.amount(),
                        each.accrued(),
                        agreements.require(each.agreement()).state()))
                .toList();
        return new TermView(row.id, row.entity, row.beginsOn, row.document, carried, (int) carried.stream()
                .filter(each -> each.state() == AgreementState.OPEN)
                .count());
    }
}
