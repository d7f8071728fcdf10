package pe.minka.allocation.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.imports.PublishedLineFeed.Key;
import pe.minka.allocation.imports.PublishedLineFeed.PublishedLine;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.paging.Page;
import pe.minka.platform.runtime.paging.PageRequest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What imported files say, over HTTP. */
@Path("/v1/entities/{entity}/published-lines/{year}")
@Tag(name = "Imports")
public class PublishedLineResource {

    private final PublishedLineFeed feed;

    PublishedLineResource(PublishedLineFeed feed) {
        this.feed = feed;
    }

    @Schema(name = "PublishedLine")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record LineView(
            @Schema(description = "Absent where the line is not of one investment or activity.") @Nullable
            String uniqueInvestmentCode,

            @Schema(description = "Rubro; absent where the file does not say it.") @Nullable
            String line,

            @Schema(description = "CURRENT or INVESTMENT; absent where the file does not say it.") @Nullable
            String spendingClass,

            @Nullable String title,

            @Schema(
                    description = "By phase: pia, pim, certified, annual_commitment, monthly_commitment, accrued,"
                            + " disbursed, programmed; only those that the file has.")
            Map<String, Soles> amounts,

            @Schema(description = "What the line breaks and was taken nevertheless.") @Nullable
            List<String> flags,

            @Schema(description = "The newest file that said so.")
            UUID file,

            @Schema(description = "Its line.") long fileLine,
            Instant takenAt) {

        static LineView of(PublishedLine published) {
            var amounts = new LinkedHashMap<String, Soles>();
            published.amounts().forEach((column, amount) -> amounts.put(column.word(), amount));
            return new LineView(
                    published.key().code(),
                    published.key().line(),
                    published.key().spendingClass(),
                    published.title(),
                    amounts,
                    published.flags().stream().map(Notice::code).distinct().toList(),
                    published.file(),
                    published.line(),
                    published.takenAt());
        }
    }

    @Schema(name = "PublishedLinePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinePage(List<LineView> items, @Nullable String next) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Operation(
            summary = "What imported files say of an entity in a year",
            description = "Budget lines, investment programme or execution as they stand after all files that were"
                    + " taken, each with its flags and the file and line that it comes from.")
    @APIResponse(
            responseCode = "200",
            description = "A page of lines",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LinePage.class),
                            examples =
                                    @ExampleObject(
                                            name = "a modified budget below the opening one",
                                            value =
                                                    "{\"items\":[{\"uniqueInvestmentCode\":\"2298765\",\"line\":\"18\",\"title\":\"Ampliación del sistema de agua de Pfaco\",\"amounts\":{\"pia\":{\"amount\":\"480000.00\",\"currency\":\"PEN\"},\"pim\":{\"amount\":\"450000.00\",\"currency\":\"PEN\"},\"accrued\":{\"amount\":\"130000.00\",\"currency\":\"PEN\"}},\"flags\":[\"pim-below-pia\"],\"file\":\"3c1d5b7e-9f02-4a68-b1c4-5d6e7f809101\",\"fileLine\":8,\"takenAt\":\"2026-01-15T15:00:03Z\"}]}")))
    public Response listPublishedLines(
            @PathParam("entity") EntityCode entity,
            @Parameter(description = "Fiscal year.", example = "2024") @PathParam("year") @Min(2003) @Max(2100)
                    int year,
            @Parameter(description = "What the files tell of.", example = "execution")
                    @QueryParam("kind")
                    @NotNull
                    @Pattern(regexp = "budget-lines|investment-programme|execution")
                    String kind,
            @Valid @BeanParam PageRequest page,
            @Context UriInfo uri) {
        var found = feed.after(
                page.after(Key::of), FileKind.of(kind).orElseThrow(), entity, new FiscalYear(year), page.limit + 1);
        return Page.of(found, page, PublishedLine::key).map(LineView::of).toResponse(uri);
    }
}
