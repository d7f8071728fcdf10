package pe.minka.platform.runtime.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * An example of each refusal that an operation names: the codes between backticks in the description of a 4xx answer,
 * with the Spanish texts of the catalogue. What has no text there is no code.
 */
final class ProblemExamples {

    private static final String TEXTS = "problems/messages_es.properties";
    private static final Pattern REFUSAL = Pattern.compile("4\\d\\d");
    private static final Pattern CODE = Pattern.compile("`([a-z][a-z0-9-]*)`");

    private final Properties texts = new Properties();

    ProblemExamples() {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(TEXTS))) {
                try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void addTo(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (REFUSAL.matcher(status).matches() && response.getRef() == null) {
                addTo(response, Integer.parseInt(status));
            }
        });
    }

    private void addTo(APIResponse response, int status) {
        var examples = new LinkedHashMap<String, Example>();
        var codes = CODE.matcher(Objects.requireNonNullElse(response.getDescription(), ""));
        while (codes.find()) {
            var code = codes.group(1);
            if (texts.containsKey(code + ".title")) {
                examples.put(code, OASFactory.createExample().value(example(code, status)));
            }
        }
        if (!examples.isEmpty()) {
            // anew: the extension that made the content gave one and the same to all answers
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            "application/problem+json",
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                    .examples(examples)));
        }
    }

    /** Without the detail where it waits for values: those are the request's. */
    private Map<String, Object> example(String code, int status) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:minka:problem:" + code);
        example.put("title", texts.getProperty(code + ".title"));
        example.put("status", status);
        var detail = texts.getProperty(code + ".detail", "{");
        if (!detail.contains("{")) {
            example.put("detail", detail);
        }
        example.put("instance", ProblemsInContract.INSTANCE);
        example.put("code", code);
        return example;
    }
}
