package pe.minka.workshop.channel;

/** The examples that stand in the contract. */
final class ChannelExamples {

    static final String REGISTRATION = """
            {"devices":[{"kind":"OFFLINE_DEVICE","label":"Encuestador 17",\
            "publicKey":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","zone":"S3","assigned":24},\
            {"kind":"TERMINAL","label":"Mesa 4"}]}""";

    private static final String DEVICE = """
            {"device":"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21","round":"c6dae4f8-2051-4f92-a7db-51607f8e9801",\
            "kind":"OFFLINE_DEVICE","label":"Encuestador 17","zone":"S3","assigned":24,\
            "received":1,"answers":24,"returned":true,"revoked":false}""";

    static final String ONE = DEVICE;
    static final String REGISTERED = "{\"devices\":[" + DEVICE + "]}";
    static final String PAGE = "{\"items\":[" + DEVICE + "]}";

    static final String ADMISSION = """
            {"terminal":"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21","credential":"7K3M-9QXT-4WPZ"}""";

    static final String PASS = """
            {"pass":"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21.c2VhbGVk","until":"2016-04-23T15:20:00Z"}""";

    static final String ASSISTED = """
            {"pass":"0f5e1c7a-6f0b-4f3e-8a55-3a1f0c9d7e21.c2VhbGVk",\
            "choices":["b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"]}""";

    static final String RECEIPT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801",\
            "commitment":"6f1ed002ab5595859014ebf0951522d9a8e1f0d4c5b6a7988796857463524130",\
            "signature":"e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"}""";

    static final String TURNOUT = """
            {"round":"c6dae4f8-2051-4f92-a7db-51607f8e9801","voters":120,\
            "byChannel":[{"channel":"OWN_DEVICE","voters":90},{"channel":"PAPER","voters":30}],\
            "byHour":[{"hour":"2016-04-23T14:00:00Z","until":"2016-04-23T15:00:00Z","voters":90},\
            {"hour":"2016-04-23T15:00:00Z","until":"2016-04-23T18:00:00Z","voters":30}]}""";

    private ChannelExamples() {}
}
