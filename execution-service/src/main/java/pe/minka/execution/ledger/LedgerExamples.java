package pe.minka.execution.ledger;

/** Examples of the contract. */
final class LedgerExamples {

    static final String EXPENDITURE = """
            {"phase":"ACCRUED","amount":{"amount":"125000.00","currency":"PEN"},"line":"18",\
            "document":"Factura F001-00231","spentOn":"2016-07-15","payee":"20131312955"}""";

    static final String OUTSIDE = """
            {"workName":"Losa deportiva de Huancacalla","phase":"ACCRUED",\
            "amount":{"amount":"38000.00","currency":"PEN"},"line":"07","document":"Factura E001-0017",\
            "spentOn":"2016-09-02","payee":"20131312955"}""";

    private static final String BEGIN = """
            {"expenditure":"3d415b6f-97c8-4609-9e42-c8d7e6f50f01","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "entity":"300305",""";

    static final String ENTRY = BEGIN + """
            "project":"1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01","agreement":"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01",\
            "ordinal":3,"workName":"Ampliación del sistema de agua de Pfaco","phase":"ACCRUED",\
            "amount":{"amount":"125000.00","currency":"PEN"},"phaseTotal":{"amount":"125000.00","currency":"PEN"},\
            "line":"18","document":"Factura F001-00231","spentOn":"2016-07-15","payee":"20131312955",\
            "origin":"OWN","flags":[],"recordedAt":"2016-07-15T20:00:00Z"}""";

    static final String OUTSIDE_ENTRY = BEGIN + """
            "workName":"Losa deportiva de Huancacalla","phase":"ACCRUED",\
            "amount":{"amount":"38000.00","currency":"PEN"},"line":"07","document":"Factura E001-0017",\
            "spentOn":"2016-09-02","payee":"20131312955","origin":"OWN","flags":[],\
            "recordedAt":"2016-09-02T20:00:00Z"}""";

    static final String LEDGER = "{\"items\":[" + ENTRY + "]}";
    static final String OUTSIDE_LEDGER = "{\"items\":[" + OUTSIDE_ENTRY + "]}";

    private LedgerExamples() {}
}
