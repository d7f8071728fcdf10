package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every contract has to say is missed when it is not there. */
class ContractRulesNoticeTest {

    private final JsonNode contract =
            Contracts.read(Examples.text(Project.module().resolve("src/test/resources/contracts/assembly.yaml")));
    private final ObjectNode operation = (ObjectNode) contract.at("/paths/~1v1~1motions/post");

    @Test
    void a_whole_contract_raises_nothing() {
        assertThat(ContractRules.violations(contract)).isEmpty();
        assertThat(ContractExamples.violations(contract)).isEmpty();
    }

    @Test
    void missing_words_are_noticed() {
        operation.remove("summary");
        operation.put("description", " ");
        operation.remove("tags");

        assertThat(ContractRules.violations(contract))
                .containsExactly(
                        "POST /v1/motions: no summary", "POST /v1/motions: no description", "POST /v1/motions: no tag");
    }

    @Test
    void an_operation_id_that_is_used_twice_is_noticed() {
        operation.put("operationId", "listMotions");

        assertThat(ContractRules.violations(contract))
                .hasSize(1)
                .first()
                .asString()
                .contains("operationId");
    }

    @Test
    void roles_without_a_scope_and_changes_by_anyone_are_noticed() {
        operation.putArray("x-roles").add("facilitator@");
        assertThat(ContractRules.violations(contract))
                .hasSize(1)
                .first()
                .asString()
                .contains("@Scope");

        operation.putArray("x-roles").add("anyone@public");
        assertThat(ContractRules.violations(contract))
                .hasSize(1)
                .first()
                .asString()
                .contains("anyone");
    }

    @Test
    void a_path_in_another_case_is_noticed() {
        ((ObjectNode) contract.path("paths")).set("/v1/motionsTabled", Json.MAPPER.createObjectNode());
        ((ObjectNode) contract.at("/paths/~1v1~1motionsTabled")).set("get", contract.at("/paths/~1v1~1motions/get"));
        ((ObjectNode) contract.path("paths")).remove("/v1/motions");

        assertThat(ContractRules.violations(contract))
                .hasSize(1)
                .first()
                .asString()
                .contains("kebab-case");
    }

    @Test
    void a_missing_example_is_noticed() {
        ((ObjectNode) operation.at("/responses/201/content/application~1json")).remove("example");

        assertThat(ContractRules.violations(contract)).containsExactly("POST /v1/motions 201: no example");
    }

    @Test
    void an_example_that_its_schema_refuses_is_noticed() {
        ((ObjectNode) operation.at("/responses/201/content/application~1json/example")).put("colour", "red");
        ((ObjectNode) operation.at("/responses/201/content/application~1json/example/cost")).put("amount", 7);

        assertThat(ContractExamples.violations(contract)).hasSize(2);
    }

    @Test
    void a_schema_that_refers_to_itself_or_to_nothing_is_noticed() {
        var schemas = (ObjectNode) contract.at("/components/schemas");
        schemas.putObject("Percent").put("$ref", "#/components/schemas/Percent");
        schemas.putObject("Lost").put("$ref", "#/components/schemas/Nowhere");

        assertThat(ContractExamples.violations(contract)).hasSize(2);
    }

    @Test
    void documents_differ_by_value_and_not_by_order() {
        var one = Contracts.read("a: {b: 1, c: [x, y]}");

        assertThat(Contracts.differences(one, Contracts.read("a: {c: [x, y], b: 1.0}")))
                .isEmpty();
        assertThat(Contracts.differences(one, Contracts.read("a: {c: [y, x], b: 1}")))
                .hasSize(1);
        assertThat(Contracts.differences(one, Contracts.read("a: {c: [x, y]}"))).hasSize(1);
        assertThat(((ArrayNode) one.at("/a/c")).size()).isEqualTo(2);
    }
}
