package pe.minka.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pe.minka.platform.runtime.json.AsItCame;
import pe.minka.platform.runtime.json.PlatformJson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class KeepableValuesTest {

    private static final ObjectMapper JSON = PlatformJson.mapper();

    record Body(
            @Nullable String text,
            @Nullable List<String> texts,
            @Nullable Map<String, String> named,
            @Nullable JsonNode tree,

            @JsonDeserialize(contentUsing = AsItCame.class) @Nullable
            List<JsonNode> items,

            @Nullable LocalDate day,
            @Nullable Instant at) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':'a\\u0000'}|/text",
                "{'texts':['a','b\\ud800']}|/texts/1",
                "{'named':{'x':'\\u0001'}}|/named/x",
                "{'named':{'\\u0001':'x'}}|/named",
                "{'tree':{'a':[1,{'b':'\\u0000'}]}}|/tree/a/1/b",
                "{'tree':{'a':{'\\u0000':1}}}|/tree/a",
                "{'tree':'\\u007f'}|/tree",
                "{'day':'+999999999-01-01'}|/day",
                "{'day':'-0001-01-01'}|/day",
                "{'at':'+999999999-12-31T23:59:59Z'}|/at",
                "{'at':'-999999999-01-01T00:00:00Z'}|/at",
                "{'at':'0000-12-31T23:59:59Z'}|/at",
            })
    void what_could_not_be_kept_is_refused_wherever_it_stands(String body, String pointer) {
        var refused = catchThrowableOfType(JsonMappingException.class, () -> read(body));

        assertThat(pointer(refused)).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'dos\\tcolumnas\\r\\nq\\u0027uñi 💧 \\ud83d\\udca7'}",
                "{'text':null,'texts':[null],'tree':null}",
                "{'tree':{'a':[1,{'b':'ñ'}]},'day':'9999-12-31','at':'0001-01-01T00:00:00Z'}",
            })
    void what_people_write_is_read(String body) throws JsonProcessingException {
        assertThat(read(body)).isNotNull();
    }

    @Test
    void a_tree_that_is_not_there_is_null_and_one_that_is_null_says_so() throws JsonProcessingException {
        assertThat(read("{}").tree()).isNull();
        assertThat(read("{'tree':null}").tree()).isNotNull();
    }

    @Test
    void items_that_are_judged_one_by_one_are_refused_when_they_are_read() throws JsonProcessingException {
        var items = read("{'items':[{'text':'a\\u0000'},{'text':'b'}]}").items();

        assertThat(items).hasSize(2);
        assertThat(catchThrowableOfType(JsonMappingException.class, () -> JSON.treeToValue(items.get(0), Body.class)))
                .isNotNull();
        assertThat(JSON.treeToValue(items.get(1), Body.class).text()).isEqualTo("b");
    }

    @Test
    void what_was_stored_before_is_read_as_it_is() throws JsonProcessingException {
        var stored = PlatformJson.ofStored(JSON)
                .readValue(
                        "{\"text\":\"a\\u0000\",\"tree\":\"\\u0000\",\"at\":\"+999999999-12-31T23:59:59Z\"}",
                        Body.class);

        assertThat(stored.text()).isEqualTo("a\u0000");
        assertThat(stored.at()).isEqualTo(Instant.parse("+999999999-12-31T23:59:59Z"));
    }

    private static Body read(String body) throws JsonProcessingException {
        return JSON.readValue(body.replace('\'', '"'), Body.class);
    }

    private static String pointer(JsonMappingException refused) {
        return refused.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
