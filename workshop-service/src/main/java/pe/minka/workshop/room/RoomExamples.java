package pe.minka.workshop.room;

/** The examples that stand in the contract. */
final class RoomExamples {

    static final String HANDS = """
            {"workshop":"d7ebf509-3162-4fa3-b8ec-62718f9fa901",\
            "hands":{"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701":31,"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702":12}}""";

    static final String COUNTED = "{\"number\":1,\"state\":\"AGREED\",\"present\":45}";
    static final String COUNTS = """
            {"items":[{"number":1,"state":"AGREED","present":45,"tellings":[\
            {"hands":{"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701":31,"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702":12}},\
            {"hands":{"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701":31,"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702":12}}]}]}""";

    static final String DISCARDING = """
            {"document":"Acta 8","reason":"La segunda escrutadora se retiró"}""";

    static final String GIVEN_UP = """
            {"items":[{"number":1,"state":"DISCARDED","document":"Acta 8",\
            "reason":"La segunda escrutadora se retiró"}]}""";

    static final String MANDATE = """
            {"agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01","workshop":"d7ebf509-3162-4fa3-b8ec-62718f9fa901",\
            "agreement":0,"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"}""";

    static final String GIVEN = """
            {"agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01","workshop":"d7ebf509-3162-4fa3-b8ec-62718f9fa901",\
            "sha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",\
            "agreement":0,"option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701"}""";

    static final String CALL = """
            {"votes":[{"agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01",\
            "option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702"}]}""";

    static final String CALLED = """
            {"votes":1,"departures":1,"items":[{"agent":"e8fc0619-4273-4fb4-89fd-738290a0ba01",\
            "workshop":"d7ebf509-3162-4fa3-b8ec-62718f9fa901",\
            "minutesSha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9","agreement":0,\
            "mandate":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","voted":true,\
            "option":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8702","departs":true}]}""";

    private RoomExamples() {}
}
