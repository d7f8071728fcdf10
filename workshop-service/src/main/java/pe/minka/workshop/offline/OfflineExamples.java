package pe.minka.workshop.offline;

/** The examples that stand in the contract. */
final class OfflineExamples {

    static final String DECLARED = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","syncMinutes":180,"suite":"RFC 9180 base,\
             DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM",\
            "publicKey":"hSDwCYkwp1R0i33ctD73Wg2/Og0mOBr066SpjqqbTmo="}""";

    private static final String ENVELOPE = "a1f4c6de-7b27-4b5f-8f0e-2f1d4e5a6b70";

    static final String BATCH = "{\"envelopes\":[{\"envelope\":\"" + ENVELOPE + "\","
            + "\"device\":\"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21\",\"sealedAt\":\"2016-04-23T15:04:00Z\","
            + "\"voters\":[\"7K3M-9QXT-4WPZ\"],\"sealed\":\"c2VhbGVk\",\"signature\":\"c2lnbmF0dXJl\"}]}";

    static final String WAITING = "{\"conflict\":\"5d7c9b1a-3e2f-4a60-9c8d-1b0a2f3e4d50\","
            + "\"envelope\":\"" + ENVELOPE + "\",\"item\":0,"
            + "\"device\":\"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21\",\"because\":\"ALREADY_VOTED\","
            + "\"countable\":false,\"sealedAt\":\"2016-04-23T15:00:00Z\",\"decidedBy\":[]}";

    static final String SYNCED = "{\"items\":[{\"envelope\":\"" + ENVELOPE
            + "\",\"counted\":0,\"repeated\":false,\"aside\":[" + WAITING + "]}]}";

    static final String PAGE = "{\"items\":[" + WAITING + "]}";

    static final String DECISION = """
            {"decision":"SET_ASIDE","document":"Acta 6","reason":"Votó antes en la mesa 4"}""";

    static final String FOUND = "{\"envelope\":\"" + ENVELOPE + "\",\"ballots\":1,\"counted\":1,\"waiting\":0}";

    private OfflineExamples() {}
}
