package pe.minka.transparency.process;

/** What the operations answer in the district of Coyllurqui; shown in the contract. */
final class ProcessExamples {

    private static final String ID = "5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016";

    private static final String AGREEMENT = """
            {"agreement":"0a1e283c-6495-43d6-ab1f-95a4b3c2dc01","act":"f90d172b-5384-42c5-9a0e-8493a2b1cb01",
            "title":"Ampliación del sistema de agua de Pfaco","votes":214,
            "agreed":{"amount":"480000.00","currency":"PEN"},"agreedNow":{"amount":"480000.00","currency":"PEN"},
            "spent":{"amount":"125000.00","currency":"PEN"},"spentPercent":"26.0",
            "contributed":{"amount":"6000.00","currency":"PEN"},"physicalPercent":"45.50","progressAsOf":"2016-07-31",
            "state":"WORKS","zone":"Z2","uniqueInvestmentCode":"2298765",
            "schedule":[{"year":2017,"amount":{"amount":"40000.00","currency":"PEN"}}],"modifications":[],
            "projects":["1b2f394d-75a6-44e7-bc20-a6b5c4d3ed01"],"startedOn":"2016-06-10","plannedEnd":"2016-12-15","suspensions":[]}""";

    static final String PAGE = "{\"items\":[{\"process\":\"" + ID
            + "\",\"name\":\"Presupuesto participativo multianual 2016 de Coyllurqui\",\"entity\":\"300305\","
            + "\"entityName\":\"Municipalidad Distrital de Coyllurqui\",\"ubigeo\":\"030503\",\"region\":\"Apurímac\","
            + "\"province\":\"Cotabambas\",\"district\":\"Coyllurqui\",\"fiscalYear\":2017,\"self\":\"/v1/processes/"
            + ID + "\"}]}";

    static final String AGREEMENTS = "{\"items\":[" + AGREEMENT + "]}";

    static final String PROCESS = "{\"process\":\"" + ID + "\"," + """
            "name":"Presupuesto participativo multianual 2016 de Coyllurqui",
            "entity":{"code":"300305","name":"Municipalidad Distrital de Coyllurqui","kind":"DISTRICT_MUNICIPALITY","population":6427},
            "territory":{"ubigeo":"030503","region":"Apurímac","province":"Cotabambas","district":"Coyllurqui"},
            "fiscalYear":2017,"level":"DISTRICT","calledOn":"2016-03-21",
            "regulation":{"identifier":"coyllurqui-2016","version":1,"title":{"es":"Reglamento del presupuesto participativo multianual 2016"},"ordinance":"001-2016-MDC-PC/RA"},
            "phases":[{"phase":"PREPARATION","title":{"es":"Preparación"},"state":"CLOSED","openedAt":"2016-03-21T13:00:00Z","closedAt":"2016-04-02T15:00:00Z"}],
            "roll":{"agents":300,"women":105,"men":195,"womenPercent":"35.0","organisations":112,"publishedAt":"2016-04-02T15:00:00Z"},
            "groups":[{"by":"AGE_BAND","cells":[{"value":"30-44","agents":96,"suppressed":false},{"value":"75+","suppressed":true}]}],
            "history":[],"trainings":[],"workshops":[],"proposals":{"submitted":0,"viable":0,"shortlisted":0,"refused":0,"list":[]},
            "rounds":[],"portfolio":[],"acts":[],"agreements":[""" + AGREEMENT + """
            ],"totals":{"agreements":1,"agreed":{"amount":"480000.00","currency":"PEN"},"spent":{"amount":"125000.00","currency":"PEN"},
            "spentPercent":"26.0","contributed":{"amount":"6000.00","currency":"PEN"},"spentNotInMinutes":{"amount":"0.00","currency":"PEN"},"byState":{"WORKS":1}},
            "notInMinutes":[],"committees":[],"findings":[],"links":{"self":"/v1/processes/""" + ID + "\"}}";

    private ProcessExamples() {}
}
