package pe.minka.registry.interest;

/** As what a person declares. */
enum Capacity {
    PROPOSER,
    EVALUATOR,
    SUPPLIER
}
