package pe.minka.transparency.measure;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thing of a process with its figures by name. A figure that is not (yet) known is not there: no rule concludes
 * anything from it.
 *
 * @param type what it is: {@code AGREEMENT}, {@code EXPENDITURE}, {@code ROLL} …
 * @param id unique within the process and type
 * @param title how people call it
 */
public record Measured(String type, String id, String title, Map<String, BigDecimal> figures) {

    public Measured {
        figures = Map.copyOf(figures);
    }

    public static Builder of(String type, Object id, String title) {
        return new Builder(type, String.valueOf(id), title);
    }

    public @Nullable BigDecimal figure(String name) {
        return figures.get(name);
    }

    /** Gathers figures; null leaves a figure out. */
    public static final class Builder {

        private final String type;
        private final String id;
        private final String title;
        private final Map<String, BigDecimal> figures = new TreeMap<>();

        private Builder(String type, String id, String title) {
            this.type = type;
            this.id = id;
            this.title = title;
        }

        public Builder with(String name, @Nullable BigDecimal figure) {
            if (figure != null) {
                figures.put(name, figure);
            }
            return this;
        }

        public Builder with(String name, @Nullable Integer figure) {
            return with(name, figure == null ? null : BigDecimal.valueOf(figure));
        }

        public Measured build() {
            return new Measured(type, id, title, figures);
        }
    }
}
