package pe.minka.registry.agent;

/** Examples of the contract; the people in them do not exist. */
final class AgentExamples {

    static final String APPLICATION = """
            {"role":"PRINCIPAL","organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","documentKind":"DNI","documentNumber":"45678922",\
            "names":"Rosa Quispe Huamán","sex":"FEMALE","birthDate":"1981-05-14","language":"qu","zone":"Z2","papers":["ASSEMBLY_MINUTES"]}""";
    static final String ACCREDITED = """
            {"agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","credential":"7K3M-9Q2X-4TBC","organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201",\
            "role":"PRINCIPAL","sex":"FEMALE","ageBand":"30-44","language":"qu","zone":"Z2","state":"ACCREDITED",\
            "rights":{"voice":true,"vote":true,"sign":true,"supervise":true}}""";
    static final String AGENTS = "{\"items\":[" + ACCREDITED + "]}";
    static final String REPLACEMENT = """
            {"because":"RESIGNED","documentKind":"DNI","documentNumber":"40178683","names":"Juana Mamani Condori","sex":"FEMALE","language":"qu"}""";
    static final String CREDENTIALS = """
            agent,credential,organisation,role,names
            b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101,7K3M-9Q2X-4TBC,Comunidad Campesina de Ñahuinlla,PRINCIPAL,Rosa Quispe Huamán
            """;
    static final String ROLL = """
            {"agents":300,"women":105,"men":195,"womenPercent":"35.0","organisations":112,"publishedAt":"2016-04-02T15:00:00Z",\
            "byOrganisationKind":[{"key":"PEASANT_COMMUNITY","agents":180,"percent":"60.0"},{"key":"YOUTH_ORGANISATION"}],\
            "bySector":[{"key":"CIVIL_SOCIETY","agents":300}],"byRole":[{"key":"PRINCIPAL","agents":300}],\
            "byAgeBand":[{"key":"30-44","agents":160}],"byLanguage":[{"key":"qu","agents":210}],"byZone":[{"key":"Z1","agents":170}]}""";
    static final String PUBLISHED = """
            {"agents":300,"women":105,"men":195,"womenPercent":"35.0","organisations":112,"publishedAt":"2016-04-02T15:00:00Z",\
            "warnings":[{"group":"YOUTH","have":21,"need":30,"missing":9,"blocks":false,"law":"Ordenanza 001-2016-MDC-PC/RA"}]}""";
    static final String COMPOSITION = """
            {"agents":257,"organisations":98,"gaps":[{"group":"WOMEN","have":45,"need":78,"missing":33,"blocks":false,"law":"Ordenanza 001-2016-MDC-PC/RA"}]}""";
    static final String ROLL_CSV = """
            organisation,organisation_kind,document_kind,document_number,names,sex,birth_date,language,zone,role
            Comunidad Campesina de Ñahuinlla,PEASANT_COMMUNITY,DNI,45678922,Rosa Quispe Huamán,F,1981-05-14,qu,Z2,PRINCIPAL
            """;
    static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b01","kind":"roll","entity":"300305","status":"WAITING",\
            "mode":"all-or-nothing","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,"createdAt":"2016-03-21T15:04:05Z"}""";

    private AgentExamples() {}
}
