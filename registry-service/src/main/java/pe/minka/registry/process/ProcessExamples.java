package pe.minka.registry.process;

/** Examples of the contract. */
final class ProcessExamples {

    static final String CALL = """
            {"entity":"300305","fiscalYear":2017,"regulation":"coyllurqui-2016",\
            "name":"Presupuesto participativo multianual 2016 de Coyllurqui","calledOn":"2016-03-21","channels":["RADIO","LETTER"]}""";
    static final String PROCESS = """
            {"process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016","entity":"300305","territory":"030503","fiscalYear":2017,"level":"DISTRICT",\
            "name":"Presupuesto participativo multianual 2016 de Coyllurqui","regulation":{"identifier":"coyllurqui-2016","version":1},\
            "calledOn":"2016-03-21","ledBy":"ENTITY","channels":["RADIO","LETTER"],\
            "phases":[{"phase":"PREPARATION","title":"Preparación","state":"OPEN","responsibleUnit":"Gerencia Municipal","openedAt":"2016-03-21T14:00:00Z",\
            "missing":[{"requires":"ROLL_PUBLISHED","minimum":1,"found":0,"law":"DS 142-2009-EF art. 7.4"}]},\
            {"phase":"CONCERTATION","title":"Concertación","state":"PLANNED","responsibleUnit":"Equipo técnico"}],"version":0}""";
    static final String PROCESSES = "{\"items\":[" + PROCESS + "]}";

    private ProcessExamples() {}
}
