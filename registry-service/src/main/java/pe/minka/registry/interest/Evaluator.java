package pe.minka.registry.interest;

import java.util.UUID;

/**
 * Someone named to judge proposals of a process.
 *
 * @param account of the identity provider, by which the service of proposals knows the same person
 * @param post public, as is the act that names it
 */
record Evaluator(UUID id, UUID person, String account, String post, String unit, Engagement engagement, String act) {

    /** How the person came by the post; who is hired at will judges less freely, and everyone may see it. */
    enum Engagement {
        CAREER,
        CONTRACT,
        /** Named and dismissed at will by the head of the entity. */
        TRUST,
        EXTERNAL
    }
}
