package pe.minka.workshop.ballot;

/** The examples that stand in the contract. */
final class BallotExamples {

    static final String ANNOUNCEMENT = """
            {"kind":"PRIORITISE_PROJECTS","title":"Priorización de proyectos",\
            "proposals":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","b5c9d3e7-1f40-4e81-96ca-405f6e7d8702"],\
            "opensAt":"2016-04-23T14:00:00Z","closesAt":"2016-04-23T22:00:00Z"}""";

    private static final String BEFORE = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "kind":"PRIORITISE_PROJECTS","title":"Priorización de proyectos",\
            "ballot":{"kind":"APPROVAL","minimumChoices":1,"secret":true,"replaceable":false,"blankAllowed":true,\
            "law":"DS 142-2009-EF art. 8.3"},\
            "options":[{"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701",\
            "title":"Ampliación del sistema de agua de Pfaco","objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601",\
            "zone":"Z2","cost":{"amount":"480000.00","currency":"PEN"},"origin":"AGENTS\"""";

    private static final String DATES = """
            "opensAt":"2016-04-23T14:00:00Z","closesAt":"2016-04-23T22:00:00Z",\
            "openedAt":"2016-04-23T14:02:00Z",""";

    static final String OPEN = BEFORE + "}],\"state\":\"OPEN\"," + DATES
            + "\"roll\":286,\"turnout\":120,"
            + "\"turnoutByHour\":[{\"hour\":\"2016-04-23T14:00:00Z\",\"until\":\"2016-04-23T16:00:00Z\",\"ballots\":120}]}";

    static final String TALLIED = BEFORE + ",\"votes\":214,\"score\":\"214\"}],\"state\":\"TALLIED\"," + DATES
            + "\"closedAt\":\"2016-04-23T22:01:00Z\",\"roll\":286,\"turnout\":271,\"blank\":3,"
            + "\"ballotsSha256\":\"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9\","
            + "\"turnoutByHour\":[{\"hour\":\"2016-04-23T14:00:00Z\",\"until\":\"2016-04-23T16:00:00Z\",\"ballots\":271}]}";

    static final String ROUNDS = "{\"items\":[" + TALLIED + "]}";

    static final String BALLOT = """
            {"choices":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"]}""";

    static final String BLANK = """
            {"choices":[]}""";

    static final String POINTS = """
            {"points":{"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701":3,"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702":2}}""";

    static final String RECEIPT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801",\
            "commitment":"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",\
            "signature":"e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"}""";

    static final String COMMITMENTS = """
            {"items":["5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"]}""";

    static final String OPENINGS = """
            {"items":[{"commitment":"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9",\
            "nonce":"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b","mark":"0",\
            "choices":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"]}]}""";

    static final String RECOUNT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","ballots":271,"blank":3,"same":true,\
            "ballotsSha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9"}""";

    private BallotExamples() {}
}
