package pe.minka.workshop.session;

/** The examples that stand in the contract. */
final class WorkshopExamples {

    static final String CONVOCATION = """
            {"title":"Taller 1: problemas y resultados","kind":"TERRITORIAL","startsAt":"2016-04-09T14:00:00Z",\
            "place":"Coyllurqui, local comunal","convenedAt":"2016-04-01T14:00:00Z",\
            "agenda":["Presentación del presupuesto","Problemas y resultados"],"audience":"ALL","language":"qu",\
            "facilitatorLanguages":["es","qu"],"channels":["RADIO","LETTER"]}""";

    static final String WORKSHOP = """
            {"workshop":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "title":"Taller 1: problemas y resultados","kind":"TERRITORIAL","startsAt":"2016-04-09T14:00:00Z",\
            "place":"Coyllurqui, local comunal","convenedAt":"2016-04-01T14:00:00Z",\
            "agenda":["Presentación del presupuesto","Problemas y resultados"],"audience":"ALL","language":"qu",\
            "channels":["RADIO","LETTER"],"interpreter":false,"state":"HELD","heldAt":"2016-04-09T14:20:00Z",\
            "attendance":{"present":251,"women":88,"men":163},"quorum":151,"version":2}""";

    static final String WORKSHOPS = "{\"items\":[" + WORKSHOP + "]}";

    static final String ATTENDANCE = """
            {"attended":[{"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","arrivedAt":"2016-04-09T13:40:00Z"},\
            {"credential":"7K3M-9Q2X-4TBC"}]}""";

    static final String RECORDED = """
            {"recorded":1,"alreadyPresent":0,"unknown":[1],"ended":[]}""";

    static final String OPENING = """
            {"at":"2016-04-09T14:20:00Z","call":"FIRST"}""";

    static final String MINUTES = """
            {"agreements":[{"matter":"BUDGET_PRESENTED","text":"El jefe de presupuesto presenta S/ 9 500 000.00.",\
            "method":"INFORMED"},{"matter":"THEMES_RANKED","text":"Agua, caminos, educación.","method":"CONSENSUS",\
            "objections":["El barrio alto pide salud primero."]}],\
            "dissent":["Dos agentes piden más tiempo."],"attestedBy":{"office":"Juez de Paz de Coyllurqui"},\
            "copiesDelivered":251}""";

    static final String SEALED = """
            {"workshop":"f3a7b1c5-9d2e-4c6f-b4a8-2e3d4c5b6401","state":"SEALED",\
            "sha256":"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",\
            "sealedAt":"2016-04-09T21:00:00Z","document":"{\\"agenda\\":[],\\"agreements\\":[]}","addenda":[]}""";

    static final String NEW_ADDENDUM = """
            {"text":"Donde dice 163 varones debe decir 162."}""";

    static final String ADDENDUM = """
            {"number":1,"text":"Donde dice 163 varones debe decir 162.",\
            "sha256":"fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9",\
            "addedAt":"2016-04-10T15:00:00Z"}""";

    private WorkshopExamples() {}
}
