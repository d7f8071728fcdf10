package pe.minka.transparency.indicator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.transparency.process.ProcessFigures;
import pe.minka.transparency.process.PublicProcess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The indicators, read from {@code indicators/indicators.json}. */
@Singleton
class Indicators {

    private final List<IndicatorDefinition> definitions;

    Indicators(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("indicators/indicators.json"))) {
            definitions = json.readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param code only this one, or all */
    List<Indicator> of(PublicProcess process, @Nullable String code) {
        var figures = ProcessFigures.of(process);
        return definitions.stream()
                .filter(definition -> code == null || definition.code().equals(code))
                .map(definition -> definition.of(figures))
                .toList();
    }
}
