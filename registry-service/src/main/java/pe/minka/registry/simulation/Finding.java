package pe.minka.registry.simulation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One rule held to a plan.
 *
 * @param subject which part of the plan: {@code convocation}, {@code roll}, …
 * @param pointer of the rule in the regulation, without positions in lists
 * @param detail which one where the rule is a list: the group of a quota, a record, an organisation; empty where it is none
 * @param found what the plan has
 * @param needed what the rule takes
 * @param law the article behind the rule
 */
record Finding(
        String subject, String pointer, String detail, Verdict verdict, JsonNode found, JsonNode needed, String law) {}
