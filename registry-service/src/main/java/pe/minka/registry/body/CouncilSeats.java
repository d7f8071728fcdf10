package pe.minka.registry.body;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.registry.regulation.Regulation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The seats of a coordination council.
 *
 * @param officials mayor, councillors and the other mayors
 * @param civilSociety seats of civil society, after rounding
 * @param computed civil society's share before rounding; cut off after four decimals where it has no end
 * @param rounding how the ordinance rounds a fraction of a seat
 */
@Schema(name = "CouncilSeats")
record CouncilSeats(int officials, int civilSociety, String computed, String rounding, String law) {

    /**
     * @param councillors legal number of councillors, without the mayor
     * @param otherMayors of a province the mayors of its districts, of a district those of its populated centres
     * @param province whether the council is a province's
     * @law Ley 27972 arts. 98 and 102: civil society has 40 % of the sum of the others; in a district with no or few
     *     populated centre municipalities, 40 % of the legal number of councillors
     */
    static CouncilSeats derived(int councillors, int otherMayors, boolean province, JsonNode rule) {
        var percent = new BigDecimal(rule.path("civilSocietyPercent").asText("0"));
        boolean few = !province
                && BigDecimal.valueOf(otherMayors)
                                .multiply(BigDecimal.valueOf(100))
                                .compareTo(percent.multiply(BigDecimal.valueOf(councillors)))
                        < 0;
        int base = few ? councillors : councillors + otherMayors + (province ? 0 : 1);
        var computed =
                percent.multiply(BigDecimal.valueOf(base)).movePointLeft(2).stripTrailingZeros();
        var rounding = rule.path("rounding").asText("UP");
        return new CouncilSeats(
                1 + councillors + otherMayors,
                computed.setScale(0, mode(rounding)).intValueExact(),
                computed.toPlainString(),
                rounding,
                Regulation.law(rule));
    }

    /**
     * The seats of a regional council. Its chair is counted on neither side.
     *
     * @param provincialMayors mayors of the region's provinces
     * @law Ley 27867 art. 11-A: mayors 60 %, civil society 40 %
     */
    static CouncilSeats regional(int provincialMayors, JsonNode rule) {
        var percent = new BigDecimal(rule.path("civilSocietyPercent").asText("0"));
        boolean ofWhole = rule.path("civilSocietyOf").asText().equals("WHOLE");
        var against = ofWhole ? BigDecimal.valueOf(100).subtract(percent) : BigDecimal.valueOf(100);
        var rounding = rule.path("rounding").asText("UP");
        var product = percent.multiply(BigDecimal.valueOf(provincialMayors));
        return new CouncilSeats(
                1 + provincialMayors,
                against.signum() == 0
                        ? 0
                        : product.divide(against, 0, mode(rounding)).intValueExact(),
                against.signum() == 0
                        ? "0"
                        : product.divide(against, 4, RoundingMode.DOWN)
                                .stripTrailingZeros()
                                .toPlainString(),
                rounding,
                Regulation.law(rule));
    }

    private static RoundingMode mode(String rounding) {
        return switch (rounding) {
            case "DOWN" -> RoundingMode.FLOOR;
            case "HALF_UP" -> RoundingMode.HALF_UP;
            default -> RoundingMode.CEILING;
        };
    }
}
