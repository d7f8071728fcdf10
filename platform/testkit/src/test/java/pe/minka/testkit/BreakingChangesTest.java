package pe.minka.testkit;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class BreakingChangesTest {

    private static final String BEFORE = """
            openapi: 3.1.0
            info: {title: Motions, version: "1"}
            paths:
              /v1/motions:
                get:
                  operationId: listMotions
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                  responses:
                    "200":
                      description: all
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Motion"}
                post:
                  operationId: tableMotion
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/NewMotion"}
                  responses:
                    "201": {description: tabled}
            components:
              schemas:
                Motion:
                  type: object
                  required: [title]
                  properties:
                    title: {type: string}
                    note: {type: [string, "null"]}
                NewMotion:
                  type: object
                  properties:
                    title: {type: string}
                    colour: {type: string, enum: [red, green]}
            """;

    @Test
    void an_operation_that_is_gone_breaks_callers() {
        assertThat(after("    get:", "    delete:")).isNotEmpty();
    }

    @Test
    void a_member_of_an_answer_that_is_gone_breaks_callers() {
        assertThat(after("note: {type:", "memo: {type:")).isNotEmpty();
    }

    @Test
    void a_member_of_another_type_breaks_callers() {
        assertThat(after("title: {type: string}", "title: {type: integer}")).isNotEmpty();
    }

    @Test
    void a_member_that_requests_now_need_breaks_callers() {
        assertThat(after("NewMotion:\n      type: object", "NewMotion:\n      type: object\n      required: [title]"))
                .isNotEmpty();
    }

    @Test
    void a_word_that_requests_may_no_longer_use_breaks_callers() {
        assertThat(after("enum: [red, green]", "enum: [red]")).isNotEmpty();
    }

    @Test
    void a_parameter_that_is_needed_now_breaks_callers() {
        assertThat(after("in: query, schema", "in: query, required: true, schema"))
                .isNotEmpty();
    }

    @Test
    void what_is_only_added_or_said_better_breaks_nobody() {
        assertThat(after("description: all", "description: every one")).isEmpty();
        assertThat(after("note: {type:", "colour: {type: string}\n        note: {type:"))
                .isEmpty();
        assertThat(after("enum: [red, green]", "enum: [red, green, blue]")).isEmpty();
    }

    private static List<String> after(String old, String fresh) {
        var changed = BEFORE.replace(old, fresh);
        assertThat(changed).isNotEqualTo(BEFORE);
        return BreakingChanges.between(Contracts.read(BEFORE), Contracts.read(changed));
    }
}
