package pe.minka.platform.runtime.events;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Carries a trace over the broker: from the request that made an event to what comes of it in other services. */
@ApplicationScoped
class EventTraces {

    private static final String HEADER = "traceparent";

    private final OpenTelemetry telemetry;

    EventTraces(OpenTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** A span of taking in an event, child of the one that made it. */
    Span consuming(String type, @Nullable String traceparent) {
        return telemetry
                .getTracer("pe.minka.platform")
                .spanBuilder(type + " take in")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(traceparent))
                .setAttribute("messaging.system", "kafka")
                .startSpan();
    }

    static Context parent(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ONE_HEADER);
    }

    private static final TextMapGetter<String> ONE_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String name) {
            return HEADER.equals(name) ? carrier : null;
        }
    };
}
