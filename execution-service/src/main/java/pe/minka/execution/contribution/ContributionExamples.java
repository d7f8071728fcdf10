package pe.minka.execution.contribution;

/** Examples of the contract. */
final class ContributionExamples {

    static final String DELIVERY = """
            {"kind":"LABOUR","quantity":"120","unit":"person-day","value":{"amount":"6000.00","currency":"PEN"},\
            "deliveredOn":"2016-07-20","document":"Parte de faena 3"}""";

    static final String CONTRIBUTION = """
            {"contribution":"a4b8c2d6-0e2f-4d70-95b9-3f4e5d6c7a01","project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01",\
            "kind":"LABOUR","quantity":"120","unit":"person-day","value":{"amount":"6000.00","currency":"PEN"},\
            "deliveredOn":"2016-07-20","document":"Parte de faena 3"}""";

    static final String PAGE = "{\"items\":[" + CONTRIBUTION + "]}";

    static final String SPENDING = """
            {"amount":{"amount":"800.00","currency":"PEN"},"purpose":"Clavos y alambre",\
            "document":"Boleta 001-553","spentOn":"2016-08-02"}""";

    static final String ENTRY = """
            {"entry":"b5c9d3e7-1f30-4e81-86ca-4f5e6d7c8b01","ordinal":2,"direction":"SPENT",\
            "amount":{"amount":"800.00","currency":"PEN"},"balance":{"amount":"200.00","currency":"PEN"},\
            "purpose":"Clavos y alambre","document":"Boleta 001-553","bookedOn":"2016-08-02"}""";

    static final String LEDGER = "{\"items\":[" + ENTRY + "]}";

    private ContributionExamples() {}
}
