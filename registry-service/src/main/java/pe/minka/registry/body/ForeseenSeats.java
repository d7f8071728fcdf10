package pe.minka.registry.body;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.registry.organisation.KnownOrganisation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The seats of a body as the regulation foresees them: so many for each organisation of a kind.
 *
 * @param seats in all
 * @param quorum presence that a session needs, counted on all seats and not on those filled
 * @param vacancies organisations with seats not filled
 */
@Schema(name = "ForeseenSeats")
record ForeseenSeats(int seats, int quorum, List<Vacancy> vacancies) {

    /** Seats of one organisation that nobody holds. */
    record Vacancy(UUID organisation, String name, int vacant) {}

    /**
     * @param rule of the regulation for this body
     * @param organisations all that are registered, of whatever kind
     * @return empty where the rule gives no seats by organisation
     */
    static Optional<ForeseenSeats> of(JsonNode rule, List<KnownOrganisation> organisations, List<BodySeat> filled) {
        int seats = 0;
        var vacancies = new ArrayList<Vacancy>();
        for (JsonNode share : rule.path("seats")) {
            int each = share.path("perOrganisation").asInt(0);
            for (KnownOrganisation organisation : organisations) {
                if (each > 0
                        && organisation
                                .kind()
                                .name()
                                .equals(share.path("heldBy").asText())) {
                    seats += each;
                    int held = (int) filled.stream()
                            .filter(seat -> organisation.id().equals(seat.organisation()) && seat.name() != null)
                            .count();
                    if (held < each) {
                        vacancies.add(new Vacancy(organisation.id(), organisation.name(), each - held));
                    }
                }
            }
        }
        return seats == 0 ? Optional.empty() : Optional.of(new ForeseenSeats(seats, quorum(rule, seats), vacancies));
    }

    /** Presence that a session needs where there are so many seats, filled or not. */
    static int quorum(JsonNode rule, int seats) {
        var percent = new BigDecimal(rule.path("quorumPercent").asText("0"));
        boolean plusOne = rule.path("quorumPlusOne").asBoolean();
        int share = percent.multiply(BigDecimal.valueOf(seats))
                .divide(BigDecimal.valueOf(100), 0, plusOne ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .intValueExact();
        return plusOne ? share + 1 : share;
    }
}
