package pe.minka.allocation.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.util.Map;
import java.util.UUID;

/**
 * A project with its points.
 *
 * @param points by criterion
 * @param total of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoredProject(
        UUID proposal,
        String title,
        @Nullable UUID objective,
        @Nullable String zone,
        Soles cost,
        @Nullable String uniqueInvestmentCode,
        Map<String, Integer> points,
        int total) {}
