package pe.minka.allocation.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.rules.Election;
import pe.minka.rules.Selection;
import pe.minka.rules.pabulib.Pabulib;
import pe.minka.rules.pabulib.PabulibElection;
import pe.minka.rules.pabulib.PabulibException;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;

/** Counts of election files that anyone may bring. */
@Path("/v1/pabulib-counts")
@Tag(name = "Counts", description = "Counts any election file by any rule; keeps nothing.")
public class PabulibCountResource {

    private static final String EXAMPLE =
            "{\"rule\":\"greedy by votes, ties votes,cost,id\",\"currency\":\"PEN\",\"budget\":\"500000\",\"cost\":\"480000\",\"projects\":2,\"ballots\":3,\"winners\":[\"agua\"],\"official\":[\"agua\"],\"agrees\":true,\"onlyCounted\":[],\"onlyOfficial\":[],\"warnings\":[]}";
    private static final String PABULIB =
            "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;500000.00\nvote_type;approval\nrule;greedy\ncurrency;PEN\nPROJECTS\nproject_id;cost;votes;name;selected\nagua;480000.00;2;Agua de Pfaco;1\npuente;120000.00;1;Puente;0\nVOTES\nvoter_id;vote\n1;agua\n2;agua\n3;puente\n";

    private static final java.util.regex.Pattern DIGITS = java.util.regex.Pattern.compile("\\d{1,12}");

    @Schema(name = "PabulibCount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CountView(
            @Schema(description = "The rule and its settings in words.")
            String rule,

            String currency,
            String budget,

            @Schema(description = "What the winners cost together.")
            String cost,

            int projects,
            long ballots,
            @Schema(description = "Ids, sorted.") List<String> winners,

            @Schema(description = "Ids that the file marks as selected; absent where it marks none.") @Nullable
            List<String> official,

            @Nullable Boolean agrees,
            List<String> onlyCounted,
            List<String> onlyOfficial,

            @Schema(description = "What was odd in the file and did not matter for counting.")
            List<String> warnings) {}

    @POST
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({
        Roles.BUDGET_OFFICER,
        Roles.AUDITOR,
        Roles.VIGILANCE_MEMBER,
        Roles.REGIONAL_READER,
        Roles.PARTICIPANT,
        Roles.PLATFORM_ADMIN
    })
    @Scope(Scope.ANY)
    @Operation(
            summary = "Count an election file",
            description =
                    "Reads a Pabulib file, counts it by the rule that is asked for or by the one that the file"
                            + " declares, and compares the winners with those that the file marks as selected. Nothing is kept.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(implementation = String.class, maxLength = 16_000_000, pattern = "\\S"),
                            examples = @ExampleObject(name = "three votes", value = PABULIB)))
    @APIResponse(
            responseCode = "200",
            description = "The count",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CountView.class),
                            examples = @ExampleObject(name = "agrees", value = EXAMPLE)))
    public CountView countPabulib(
            @Parameter(description = "greedy, greedy-per-cost, equal-shares and so on; the file's when left out.")
                    @QueryParam("rule")
                    @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
                    @Nullable
                    String rule,
            @Parameter(description = "cardinality, cost, score or borda.")
                    @QueryParam("utility")
                    @DefaultValue("cardinality")
                    @Pattern(regexp = "[a-z]{1,20}")
                    String utility,
            @Parameter(description = "none, utilitarian, add1 or add1u.")
                    @QueryParam("completion")
                    @DefaultValue("none")
                    @Pattern(regexp = "[a-z0-9-]{1,20}")
                    String completion,
            @Parameter(description = "The chain that decides between equals, such as votes,cost,id.")
                    @QueryParam("ties")
                    @DefaultValue("votes,cost,id")
                    @Size(max = 200)
                    String ties,
            @NotNull InputStream file) {
        try {
            var read = Pabulib.read(file, "input.pb");
            refuseCutOff(read);
            var method = rule == null
                    ? declared(read, utility, completion, ties)
                    : new Method(rule, utility, completion, 0, ties, "");
            return view(read, method.asRule().select(read.election()));
        } catch (PabulibException unreadable) {
            throw Problem.unprocessable("pabulib-unreadable")
                    .with("line", unreadable.defect().line())
                    .with("column", unreadable.defect().column())
                    .with("reason", unreadable.defect().reason())
                    .toException();
        } catch (IOException brokenOff) {
            throw Problem.badRequest("upload-broken-off").toException();
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable("selection-method-unknown")
                    .with("reason", String.valueOf(unknown.getMessage()))
                    .toException();
        }
    }

    /** A file that says how many ballots it has and holds fewer ends too early. */
    private static void refuseCutOff(PabulibElection read) {
        var declared = read.meta().getOrDefault("num_votes", "").strip();
        long found = read.election().ballots().voters();
        if (DIGITS.matcher(declared).matches() && found < Long.parseLong(declared)) {
            throw Problem.unprocessable("pabulib-cut-off")
                    .with("declared", declared)
                    .with("found", found)
                    .toException();
        }
    }

    /** Files name equal shares in several ways; all else that they name is a count by votes. */
    private static Method declared(PabulibElection file, String utility, String completion, String ties) {
        var named = file.meta().getOrDefault("rule", "greedy");
        if (!named.startsWith("equalshares") && !named.startsWith("equal-shares")) {
            return new Method("greedy", utility, completion, 0, ties, "");
        }
        var raised = named.contains("add1") ? "add1" : completion;
        return new Method("equal-shares", "cost", raised, 0, ties, "");
    }

    private static CountView view(PabulibElection file, Selection selection) {
        Election election = file.election();
        var winners = selection.winners();
        var official = file.official().stream().sorted().toList();
        var onlyCounted = new TreeSet<>(winners);
        onlyCounted.removeAll(official);
        var onlyOfficial = new TreeSet<>(official);
        onlyOfficial.removeAll(winners);
        return new CountView(
                selection.rule(),
                election.denomination().currency(),
                election.denomination().decimal(election.budget()).toPlainString(),
                election.denomination().decimal(selection.cost()).toPlainString(),
                election.projects().size(),
                election.ballots().voters(),
                winners,
                official.isEmpty() ? null : official,
                official.isEmpty() ? null : onlyCounted.isEmpty() && onlyOfficial.isEmpty(),
                official.isEmpty() ? List.of() : List.copyOf(onlyCounted),
                List.copyOf(onlyOfficial),
                file.warnings().stream().limit(100).map(Object::toString).toList());
    }
}
