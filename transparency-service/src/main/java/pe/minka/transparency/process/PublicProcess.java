package pe.minka.transparency.process;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.core.Ubigeo;
import pe.minka.transparency.agreement.Agreement;
import pe.minka.transparency.finding.Finding;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything public about one process, from its call to the works it brought. */
@Schema(description = "Everything public about one process, from its call to the works it brought.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicProcess(
        ProcessId process,

        @Schema(examples = "Presupuesto participativo multianual 2016 de Coyllurqui")
        String name,

        Entity entity,
        Territory territory,

        @Schema(description = "The year whose budget is decided.", examples = "2017")
        int fiscalYear,

        @Schema(examples = "DISTRICT") String level,
        @Nullable LocalDate calledOn,
        Regulation regulation,
        List<Phase> phases,
        @Nullable Roll roll,

        @Schema(
                description =
                        "Agents by group; a cell under five is not told, nor one from which it could be computed.")
        List<Group> groups,

        @Schema(description = "Rolls of the same entity, the earliest first, this one included.")
        List<YearOfRoll> history,

        List<Training> trainings,
        @Nullable Plan plan,
        List<Workshop> workshops,
        Proposals proposals,
        List<Round> rounds,
        @Nullable Envelope envelope,
        @Nullable Distribution distribution,
        @Nullable Selection selection,
        List<PlannedYear> portfolio,
        List<Act> acts,
        List<Agreement> agreements,
        Totals totals,

        @Schema(description = "Works that were paid and that no agreement names.")
        List<UnnamedWork> notInMinutes,

        List<Committee> committees,

        @Schema(description = "What the facts show to be amiss, with what was answered.")
        List<Finding> findings,

        Map<String, String> links) {

    /** The municipality or regional government that runs the process. */
    @Schema(name = "PublicEntity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entity(
            EntityCode code,

            @Schema(examples = "Municipalidad Distrital de Coyllurqui") @Nullable
            String name,

            @Nullable String kind,
            @Schema(examples = "6427") @Nullable Integer population) {}

    @Schema(name = "PublicTerritory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Territory(
            Ubigeo ubigeo,
            @Schema(examples = "Apurímac") @Nullable String region,
            @Schema(examples = "Cotabambas") @Nullable String province,
            @Schema(examples = "Coyllurqui") @Nullable String district) {}

    /** The executable ordinance that the process is bound to. */
    @Schema(name = "PublicRegulation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Regulation(
            @Schema(examples = "coyllurqui-2016") String identifier,
            int version,
            @Schema(description = "By language.") Map<String, String> title,

            @Schema(examples = "001-2016-MDC-PC/RA") @Nullable
            String ordinance) {}

    @Schema(name = "PublicPhase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phase(
            @Schema(examples = "PREPARATION") String phase,
            Map<String, String> title,
            State state,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt) {

        @Schema(name = "PhaseState")
        public enum State {
            AHEAD,
            OPEN,
            CLOSED
        }
    }

    /** The published roll in figures. */
    @Schema(name = "PublicRoll")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Roll(
            @Schema(examples = "300") int agents,

            @Schema(
                    description = "Absent with men and share where one of both is a group under five.",
                    examples = "105")
            @Nullable
            Integer women,

            @Schema(examples = "195") @Nullable Integer men,

            @Schema(description = "To one decimal.", examples = "35.0")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal womenPercent,

            @Schema(examples = "112") int organisations,
            Instant publishedAt) {}

    /** Agents counted by one attribute. */
    @Schema(name = "AgentGroup")
    public record Group(@Schema(examples = "AGE_BAND") String by, List<Cell> cells) {}

    /** @param agents absent where the cell is too small to be told */
    @Schema(name = "AgentCell")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            @Schema(examples = "30-44") String value,
            @Schema(examples = "96") @Nullable Integer agents,
            boolean suppressed) {}

    @Schema(name = "YearOfRoll")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record YearOfRoll(
            ProcessId process,
            @Schema(examples = "2017") int fiscalYear,
            @Schema(examples = "300") int agents,

            @Schema(description = "Absent with men and share where one of both is a group under five.") @Nullable
            Integer women,

            @Nullable Integer men,

            @Schema(examples = "35.0") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal womenPercent,

            @Schema(
                    description =
                            "By how many percent the agents grew against the year before; negative where they fell.",
                    examples = "-43.4")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal agentsGrowthPercent) {}

    @Schema(name = "PublicTraining")
    public record Training(
            UUID training,
            LocalDate heldOn,
            List<String> topics,
            @Schema(examples = "240") int attended) {}

    @Schema(name = "PublicPlan")
    public record Plan(UUID plan, String title, int version, List<Objective> objectives) {}

    @Schema(name = "PublicObjective")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Objective(
            UUID objective,
            @Schema(examples = "OE1") @Nullable String code,
            String name,

            @Schema(description = "AGENTS where the agents added it.", examples = "PLAN") @Nullable
            String origin) {}

    @Schema(name = "PublicWorkshop")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Workshop(
            UUID workshop,
            @Nullable String title,
            @Nullable String place,
            @Nullable Instant startsAt,
            @Nullable Instant convenedAt,
            @Nullable Instant heldAt,
            @Nullable Integer attendance,
            @Nullable Integer women,
            @Nullable Integer men,
            @Nullable Integer quorum,

            @Schema(description = "Hash of the sealed minutes.") @Nullable
            String minutesSha256,

            @Nullable Instant sealedAt) {}

    /** Proposals in figures, and each with what became of it. */
    @Schema(name = "PublicProposals")
    public record Proposals(
            @Schema(examples = "31") int submitted, int viable, int shortlisted, int refused, List<Proposal> list) {}

    @Schema(name = "PublicProposal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(
            UUID proposal,
            String title,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable String origin,
            @Nullable String opinion,
            @Nullable Soles cost,
            boolean shortlisted,
            @Nullable String refusedBecause) {}

    @Schema(name = "PublicRound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Round(
            UUID round,
            @Nullable String title,
            String kind,
            @Nullable String ballot,
            State state,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer roll,
            @Nullable Integer turnout,

            @Schema(examples = "94.8") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal turnoutPercent,

            @Nullable Integer blank,

            @Schema(description = "Hash of the anonymous ballot file, so that anyone can count again.") @Nullable
            String ballotsSha256,

            List<Tally> tallies) {

        @Schema(name = "RoundState")
        public enum State {
            OPEN,
            CLOSED,
            TALLIED
        }
    }

    @Schema(name = "PublicTally")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tally(
            @Nullable UUID proposal,
            String title,
            int votes,
            @Nullable String score,
            @Nullable Soles cost,
            @Nullable String zone,
            @Nullable String origin) {}

    @Schema(name = "PublicEnvelope")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Envelope(
            UUID envelope,
            int fiscalYear,
            Soles amount,
            @Nullable Soles investmentBudget,

            @Schema(description = "The envelope in the investment budget, in percent.", examples = "100.0")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal sharePercent,

            List<Line> lines) {}

    @Schema(name = "PublicFundingLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            @Schema(examples = "18") String line, @Nullable String source, Soles amount) {}

    @Schema(name = "PublicDistribution")
    public record Distribution(UUID distribution, Soles amount, List<Part> parts) {}

    @Schema(name = "PublicPart")
    public record Part(String zone, Soles amount, List<Term> terms) {}

    @Schema(name = "PublicTerm")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Term(
            String criterion,
            String weightPercent,
            @Nullable String value,
            Soles amount) {}

    @Schema(name = "PublicSelection")
    public record Selection(UUID selection, String rule, List<Choice> selected, List<Choice> notSelected) {}

    @Schema(name = "PublicChoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(
            UUID proposal,
            String title,
            Soles amount,
            @Nullable Integer votes,
            @Nullable Integer rank,
            String reason,
            Map<String, String> explanation) {}

    @Schema(name = "PublicPortfolioYear")
    public record PlannedYear(int year, Soles amount, List<Planned> projects) {}

    @Schema(name = "PublicPortfolioEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Planned(
            @Nullable UUID proposal, String title, @Nullable String phase, Soles amount) {}

    @Schema(name = "PublicAct")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(
            UUID act,
            @Nullable LocalDate signedOn,
            @Nullable Integer signatories,
            @Nullable String sha256,
            boolean approved,
            List<Approval> approvals) {}

    @Schema(name = "PublicApproval")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Approval(
            @Schema(examples = "COUNCIL") String approval,

            @Schema(examples = "Acuerdo de Concejo 045-2016") @Nullable
            String number,

            @Nullable LocalDate decidedOn) {}

    /** Money agreed and spent over the whole process. */
    @Schema(name = "PublicTotals")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Totals(
            int agreements,
            Soles agreed,
            Soles spent,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal spentPercent,

            Soles contributed,
            Soles spentNotInMinutes,
            @Schema(description = "Agreements by state.") Map<Agreement.State, Integer> byState) {}

    @Schema(name = "UnnamedWork")
    public record UnnamedWork(
            @Schema(examples = "Plaza con esculturas") String work, Soles spent, List<UUID> expenditures) {}

    @Schema(name = "PublicCommittee")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Committee(
            UUID committee,
            @Schema(examples = "MANAGEMENT") String kind,
            @Nullable UUID project,
            @Nullable String act,
            @Schema(examples = "4") int members,
            int women,
            List<Seat> seats) {}

    @Schema(name = "PublicSeat")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(
            @Nullable String post,
            @Nullable String sex,
            @Nullable String office) {}
}
