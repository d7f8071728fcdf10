package pe.minka.registry.regulation;

/** Examples of the contract. */
final class RegulationExamples {

    static final String DOCUMENT = """
            {"identifier":"coyllurqui-2016","version":1,"title":{"es":"Reglamento del presupuesto participativo multianual 2016"},\
            "ordinance":{"kind":"ORDINANCE","number":"001-2016-MDC-PC/RA","date":"2016-03-18"},"effectiveFrom":"2016-03-18",\
            "basedOn":"national-2009","level":"DISTRICT",\
            "share":{"percent":"100","of":"INVESTMENT_BUDGET","lowerRefused":true,"law":"Ordenanza 001-2016-MDC-PC/RA"},\
            "phases":[{"phase":"PREPARATION","title":{"es":"Preparación"},"closing":[{"requires":"ROLL_PUBLISHED","law":"DS 142-2009-EF art. 7.4"}]}]}""";
    static final String VIEW = """
            {"regulation":"coyllurqui-2016","version":1,"entity":"300305",\
            "sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","publishedAt":"2016-03-18T15:00:00Z","versions":[1],\
            "document":{"identifier":"coyllurqui-2016","version":1,"title":{"es":"Reglamento del presupuesto participativo multianual 2016"},\
            "effectiveFrom":"2016-03-18","level":"DISTRICT","phases":[{"phase":"PREPARATION","title":{"es":"Preparación"}}]}}""";
    static final String LIST = """
            {"items":[{"regulation":"coyllurqui-2016","version":1,"entity":"300305"},{"regulation":"national-2009","version":3}]}""";

    private RegulationExamples() {}
}
