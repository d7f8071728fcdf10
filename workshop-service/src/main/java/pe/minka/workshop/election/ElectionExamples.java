package pe.minka.workshop.election;

/** The examples that stand in the contract. */
final class ElectionExamples {

    static final String CALL = """
            {"kind":"VIGILANCE_COMMITTEE","title":"Comité de vigilancia 2016"}""";

    private static final String HEAD = """
            {"election":"5f637d81-b9ea-482b-8064-eaf908172b01","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "kind":"VIGILANCE_COMMITTEE","title":"Comité de vigilancia 2016","candidates":[""";

    static final String CALLED = HEAD + "]}";

    static final String NEW_CANDIDATE = """
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","publicOffice":false,"outgoingMember":false}""";

    static final String CANDIDATE = """
            {"number":1,"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101"}""";

    static final String PROCLAMATION = """
            {"elected":[{"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","post":"PRESIDENT","votes":97},\
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a102","post":"SECRETARY","votes":81}],\
            "count":[{"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a103","votes":12}],\
            "handCount":{"minutes":"Acta de elección del comité de vigilancia",\
            "tellers":["b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a104","b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a105"]},\
            "proclaimedAt":"2016-04-23T23:00:00Z"}""";

    static final String PROCLAIMED = HEAD + """
            {"number":1,"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","votes":97,"post":"PRESIDENT"},\
            {"number":2,"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a103","votes":12}],\
            "proclaimedAt":"2016-04-23T23:00:00Z"}""";

    static final String ELECTIONS = "{\"items\":[" + PROCLAIMED + "]}";

    private ElectionExamples() {}
}
