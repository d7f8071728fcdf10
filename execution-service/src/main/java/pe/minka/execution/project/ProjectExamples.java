package pe.minka.execution.project;

/** Examples of the contract. */
final class ProjectExamples {

    static final String START = "{\"startedOn\":\"2016-06-10\",\"plannedEnd\":\"2016-12-15\"}";
    static final String CLOSURE = "{\"closedOn\":\"2017-07-10\"}";

    private static final String BEGIN = """
            {"project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "entity":"300305","agreement":"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01",\
            "title":"Ampliación del sistema de agua de Pfaco","agreed":{"amount":"480000.00","currency":"PEN"},\
            "zone":"Z2","objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","uniqueInvestmentCode":"2298765",""";

    private static final String END = """
            "openedAt":"2016-05-20T15:00:00Z","startedOn":"2016-06-10","plannedEnd":"2016-12-15",\
            "spending":{"certified":{"amount":"200000.00","currency":"PEN"},\
            "committed":{"amount":"150000.00","currency":"PEN"},"accrued":{"amount":"125000.00","currency":"PEN"},\
            "disbursed":{"amount":"0.00","currency":"PEN"}},\
            "contributions":{"amount":"6000.00","currency":"PEN"},\
            "communityMoney":{"received":{"amount":"0.00","currency":"PEN"},\
            "paid":{"amount":"0.00","currency":"PEN"},"balance":{"amount":"0.00","currency":"PEN"}},\
            "physicalPercent":"45.50","financialPercent":"26.04","version":6}""";

    static final String PROJECT = BEGIN + "\"state\":\"STARTED\"," + END;
    static final String CLOSED =
            BEGIN + "\"state\":\"CLOSED\",\"settledOn\":\"2017-06-30\",\"closedOn\":\"2017-07-10\"," + END;
    static final String PAGE = "{\"items\":[" + PROJECT + "]}";

    private ProjectExamples() {}
}
