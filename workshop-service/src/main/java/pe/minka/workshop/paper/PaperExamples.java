package pe.minka.workshop.paper;

/** The examples that stand in the contract. */
final class PaperExamples {

    static final String TABLE = """
            {"table":"3b9f1d2c-8a47-4d60-b1e5-6c7d8e9f0a12","round":"c6dae4f8-2051-4f92-a7db-51607f8e9801",\
            "label":"Mesa 4","issued":60,"voters":48,"used":48,"spoiled":1,"returned":11,"state":"COUNTED",\
            "withoutBallot":1,"invalid":1,"entries":2,\
            "reconciliations":[{"number":1,"used":45,"spoiled":1,"returned":11},\
            {"number":2,"used":48,"spoiled":1,"returned":11,"document":"Acta 7","reason":"Tres cédulas no contadas"}],\
            "sheets":[{"sheet":"8e0f1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b","mediaType":"image/jpeg","bytes":184320,\
            "sha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"}]}""";

    static final String TABLES = "{\"items\":[" + TABLE + "]}";

    static final String NEW = "{\"label\":\"Mesa 4\",\"issued\":60}";
    static final String VOTER = "{\"credential\":\"7K3M-9QXT-4WPZ\"}";
    static final String RECONCILIATION = "{\"used\":48,\"spoiled\":1,\"returned\":11}";

    static final String CORRECTION = """
            {"used":48,"spoiled":1,"returned":11,"document":"Acta 7","reason":"Tres cédulas no contadas"}""";
    static final String RESPONDENTS = "{\"documents\":[\"DNI:00000001\",\"DNI:00000002\"]}";
    static final String ADMITTED = "{\"voters\":24,\"outcomes\":[\"STRUCK_OFF\",\"ALREADY_VOTED\"]}";

    private static final String BALLOTS = """
            "ballots":[{"choices":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"],"times":45},{"choices":[],"times":2}],\
            "invalid":1""";

    static final String ENTRY = "{" + BALLOTS + "}";
    static final String SETTLEMENT =
            "{" + BALLOTS + ",\"document\":\"Acta 7\",\"reason\":\"Una cédula contada dos veces\"}";

    static final String READINGS = """
            {"items":[{"reading":1,"number":1,"tally":"[]=2;[0]=45|1"},\
            {"reading":1,"number":2,"tally":"[]=2;[0]=45|1"}]}""";

    private PaperExamples() {}
}
