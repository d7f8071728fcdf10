package pe.minka.transparency.indicator;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An indicator of one process with what it was computed from.
 *
 * @param value absent where a figure is missing or the whole is nothing
 * @param missing the names of the figures that are not known: a gap is told, not filled
 */
@Schema(description = "An indicator with the two figures it was computed from; what is missing is named.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Indicator(
        @Schema(examples = "WOMEN_SHARE") String code,

        @Schema(examples = "PARTICIPATORY", description = "BUDGETARY, PARTICIPATORY, TERRITORIAL or LEGAL.")
        String dimension,

        @Schema(examples = "RESPONSIVENESS", description = "Component of good governance.")
        String component,

        @Schema(examples = "PERCENT") String unit,
        @Schema(description = "By language.") Map<String, String> title,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal value,

        @Schema(examples = "women") String of,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal ofFigure,

        @Schema(examples = "agents") String in,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal inFigure,

        List<String> missing) {}
