package pe.minka.transparency.indicator;

import org.jspecify.annotations.Nullable;
import pe.minka.transparency.measure.Measured;
import pe.minka.transparency.measure.Share;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A figure that is the same for every place: one part of one whole.
 *
 * @param dimension BUDGETARY, PARTICIPATORY, TERRITORIAL or LEGAL (Cabannes)
 * @param component of good governance: RESPONSIVENESS, RESPONSIBILITY or TRANSPARENCY
 * @param of the figure that is divided
 * @param in the figure that it is divided by
 */
record IndicatorDefinition(
        String code,
        Dimension dimension,
        Component component,
        Unit unit,
        String of,
        String in,
        Map<String, String> title) {

    enum Dimension {
        BUDGETARY,
        PARTICIPATORY,
        TERRITORIAL,
        LEGAL
    }

    enum Component {
        RESPONSIVENESS,
        RESPONSIBILITY,
        TRANSPARENCY
    }

    enum Unit {
        /** To one decimal. */
        PERCENT,
        /** Soles for each one, to the centimo. */
        SOLES_EACH
    }

    Indicator of(Measured process) {
        var part = process.figure(of);
        var whole = process.figure(in);
        var missing =
                Stream.of(of, in).filter(name -> process.figure(name) == null).toList();
        return new Indicator(
                code,
                dimension.name(),
                component.name(),
                unit.name(),
                title,
                value(part, whole),
                of,
                part,
                in,
                whole,
                missing);
    }

    private @Nullable BigDecimal value(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null || whole.signum() == 0) {
            return null;
        }
        return switch (unit) {
            case PERCENT -> Share.percent(part, whole);
            case SOLES_EACH -> part.divide(whole, 2, RoundingMode.HALF_UP);
        };
    }
}
