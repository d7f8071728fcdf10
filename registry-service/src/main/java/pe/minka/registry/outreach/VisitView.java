package pe.minka.registry.outreach;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A visit as the staff sees it.
 *
 * @param madeOn absent while it is only planned
 * @param outcome what came of it
 */
@Schema(name = "Visit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitView(
        UUID visit,
        UUID stakeholder,
        LocalDate plannedOn,
        String area,
        @Nullable LocalDate madeOn,
        Visit.@Nullable Outcome outcome,
        @Nullable String note,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelledBecause) {

    static final String PLANNED = """
            {"visit":"1d3f2b45-8eaf-4c72-8b4f-6a2e3d4c5b22","stakeholder":"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11",\
            "plannedOn":"2016-03-10","area":"Desarrollo Social"}""";
    static final String MADE = """
            {"visit":"1d3f2b45-8eaf-4c72-8b4f-6a2e3d4c5b22","stakeholder":"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11",\
            "plannedOn":"2016-03-10","area":"Desarrollo Social","madeOn":"2016-03-11","outcome":"WILL_COME"}""";
    static final String CANCELLED = """
            {"visit":"1d3f2b45-8eaf-4c72-8b4f-6a2e3d4c5b22","stakeholder":"0c2f1a34-7d9e-4b61-9a3e-5f1d2c3b4a11",\
            "plannedOn":"2016-03-10","area":"Desarrollo Social","cancelledOn":"2016-03-09","cancelledBecause":"Huaico en la vía"}""";

    static VisitView of(Visit visit) {
        return new VisitView(
                visit.id(),
                visit.stakeholder(),
                visit.plannedOn(),
                visit.area(),
                visit.madeOn(),
                visit.outcome(),
                visit.note(),
                visit.cancelledOn(),
                visit.cancelledBecause());
    }
}
