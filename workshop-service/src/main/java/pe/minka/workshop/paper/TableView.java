package pe.minka.workshop.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * @param entries how many people entered what they read; what they read appears with the count of the round alone
 * @param reconciliations what was counted at the end of its vote, and each correction by an act; the last one holds
 */
@Schema(name = "PaperTable")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TableView(
        UUID table,
        UUID round,
        String label,
        int issued,
        int voters,
        @Nullable Integer used,
        @Nullable Integer spoiled,
        @Nullable Integer returned,
        PaperTable.State state,
        @Nullable Integer withoutBallot,
        @Nullable Integer invalid,
        int entries,
        List<ReconciliationView> reconciliations,
        List<SheetView> sheets) {

    /** @param document the act; of corrections only */
    @Schema(name = "PaperTableReconciliation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReconciliationView(
            int number,
            int used,
            int spoiled,
            int returned,
            @Nullable String document,
            @Nullable String reason) {

        static ReconciliationView of(PaperTables.Reconciliation reconciliation) {
            var ballots = reconciliation.ballots();
            return new ReconciliationView(
                    reconciliation.number(),
                    ballots.used(),
                    ballots.spoiled(),
                    ballots.returned(),
                    reconciliation.document(),
                    reconciliation.reason());
        }
    }

    @Schema(name = "PaperSheet")
    record SheetView(UUID sheet, String mediaType, int bytes, String sha256) {

        static SheetView of(PaperTables.Sheet sheet) {
            return new SheetView(sheet.sheet(), sheet.mediaType(), sheet.bytes(), sheet.sha256());
        }
    }
}
