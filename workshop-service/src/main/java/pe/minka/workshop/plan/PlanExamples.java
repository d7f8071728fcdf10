package pe.minka.workshop.plan;

/** The examples that stand in the contract. */
final class PlanExamples {

    static final String NEW_PLAN = """
            {"title":"Plan de desarrollo concertado de Coyllurqui","adoptedOn":"2016-03-10",\
            "objectives":[{"code":"OE1","name":"Servicios básicos de calidad"},{"code":"OE2","name":"Educación y salud"}]}""";

    static final String PLAN = """
            {"plan":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7501","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "title":"Plan de desarrollo concertado de Coyllurqui","adoptedOn":"2016-03-10","version":2,\
            "objectives":[{"objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","code":"OE1",\
            "name":"Servicios básicos de calidad","origin":"PLAN","sinceVersion":1},\
            {"objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7606","code":"OE6","name":"Juventud con oportunidades",\
            "origin":"AGENTS","sinceVersion":2,"minutes":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401"}]}""";

    static final String PLANS = "{\"items\":[" + PLAN + "]}";

    static final String NEW_OBJECTIVE = """
            {"code":"OE6","name":"Juventud con oportunidades","minutes":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401"}""";

    private PlanExamples() {}
}
