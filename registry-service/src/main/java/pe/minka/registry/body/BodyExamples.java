package pe.minka.registry.body;

/** Examples of the contract. */
final class BodyExamples {

    static final String REQUEST = """
            {"kind":"TECHNICAL_TEAM","act":"Resolución de Alcaldía 031-2016","actDate":"2016-03-15",\
            "seats":[{"post":"CHAIR","name":"Jefe de Planeamiento y Presupuesto","kind":"STAFF","sex":"MALE","paid":true}]}""";
    static final String BODY = """
            {"body":"4e526c70-a8d9-471a-af53-d9e8f7061a01","entity":"300305","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "kind":"TECHNICAL_TEAM","act":"Resolución de Alcaldía 031-2016","actDate":"2016-03-15","constitutedAt":"2016-03-15T15:00:00Z",\
            "seats":[{"post":"CHAIR","name":"Jefe de Planeamiento y Presupuesto","kind":"STAFF","sex":"MALE","paid":true}],\
            "composition":{"MALE":1,"STAFF":1}}""";
    static final String STANDING = """
            {"body":"5f637d81-b9ea-482b-8064-eaf908172b11","entity":"300704","kind":"COMMUNAL_BOARD","act":"Acta de la asamblea de 1993",\
            "constitutedAt":"1993-08-01T15:00:00Z","seats":[{"post":"MEMBER","name":"Delegada de Sauceda","kind":"CIVIL_SOCIETY","sex":"FEMALE",\
            "organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","paid":false}],"composition":{"CIVIL_SOCIETY":1,"FEMALE":1}}""";
    static final String BODIES = "{\"items\":[" + BODY + "]}";

    private BodyExamples() {}
}
