package pe.minka.workshop.result;

/** The examples that stand in the contract. */
final class ResultExamples {

    static final String RESULT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","settled":true,"tieBreak":["VOTES","SECOND_ROUND","DRAW"],\
            "places":[{"place":1,"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701",\
            "title":"Ampliación del sistema de agua de Pfaco","votes":214,"score":"214","settledBy":"SCORE"}],\
            "awaiting":[],"undrawn":[],"draw":{"secret":"3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29",\
            "secretSha256":"5f7d2d6b4a0f3c5a3b0e3c0d1f2a4b6c8d9e0f1a2b3c4d5e6f708192a3b4c5d6",\
            "ballotsDigest":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",\
            "tosses":"CSSCCSCSSSCCSCSC",\
            "seed":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}}""";

    static final String ATTESTATION = """
            {"attestedBy":[{"office":"Juez de Paz de Coyllurqui"},{"office":"Presidenta del comité electoral"}]}""";

    static final String KEPT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801",\
            "sha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",\
            "document":"{\\"entity\\":\\"300305\\",\\"round\\":\\"c6dae4f8-2051-4f92-a7db-51607f8e9801\\"}",\
            "at":"2016-04-23T23:10:00Z"}""";

    static final String SECOND_ROUND = """
            {"options":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","b5c9d3e7-1f40-4e81-96ca-405f6e7d8702"]}""";

    static final String CALLED = """
            {"round":"d7ebf509-3162-4fa3-b8ec-62718f9fa901","secondRoundOf":"c6dae4f8-2051-4f92-a7db-51607f8e9801"}""";

    static final String NEW_TOSS = """
            {"tosses":"CSSCCSCSSSCCSCSC","document":"Acta del sorteo"}""";

    static final String TOSS = """
            {"number":1,"state":"ATTESTED","tosses":"CSSCCSCSSSCCSCSC","document":"Acta del sorteo",\
            "at":"2016-04-23T23:05:00Z"}""";

    static final String TOSSES = "{\"items\":[" + TOSS + "]}";

    private ResultExamples() {}
}
