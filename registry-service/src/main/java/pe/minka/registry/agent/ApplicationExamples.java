package pe.minka.registry.agent;

/** Examples of applications for the contract; the people in them do not exist. */
final class ApplicationExamples {

    static final String LODGED = """
            {"application":"7d1f0a3e-5b0c-4a55-8f0e-3d8f5f0a1c01","state":"OBSERVED","role":"PRINCIPAL","organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201",\
            "sex":"FEMALE","language":"qu","papers":[],"supporters":0,"lodgedAt":"2016-03-22T15:00:00Z","cureUntil":"2016-03-28",\
            "observations":[{"pointer":"/papers","code":"paper-missing","expected":"ASSEMBLY_MINUTES","law":"Ordenanza 001-2016-MDC-PC/RA","keepsOut":true,"raisedOn":"2016-03-22"}]}""";
    static final String COMPLETE = """
            {"application":"7d1f0a3e-5b0c-4a55-8f0e-3d8f5f0a1c01","state":"COMPLETE","role":"PRINCIPAL","organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201",\
            "sex":"FEMALE","language":"qu","papers":["ASSEMBLY_MINUTES"],"supporters":0,"lodgedAt":"2016-03-22T15:00:00Z","cureUntil":"2016-03-28",\
            "observations":[{"pointer":"/papers","code":"paper-missing","expected":"ASSEMBLY_MINUTES","law":"Ordenanza 001-2016-MDC-PC/RA","keepsOut":true,"raisedOn":"2016-03-22","curedOn":"2016-03-28"}]}""";
    static final String ACCREDITED = """
            {"application":"7d1f0a3e-5b0c-4a55-8f0e-3d8f5f0a1c01","agent":"b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101","credential":"7K3M-9Q2X-4TBC","voice":true,"vote":true}""";
    static final String CURE = "{\"papers\":[\"ASSEMBLY_MINUTES\"]}";
    static final String SUPPORTERS = """
            {"items":[{"documentKind":"DNI","documentNumber":"40178683","names":"Juana Mamani Condori","address":"Jr. Lima 120","signed":true},\
            {"documentKind":"DNI","documentNumber":"4017868","names":"Luis Huamán Ccori","address":"Av. Cusco 45","signed":true}]}""";
    static final String SIGNED = """
            {"application":"7d1f0a3e-5b0c-4a55-8f0e-3d8f5f0a1c01","state":"OBSERVED","counted":139,"needed":140,"law":"Ordenanza regional art. 12",\
            "refused":[{"row":2,"member":"documentNumber","code":"document-leading-zero-lost","law":"Ordenanza regional art. 12"}]}""";
    static final String SUPPORTER = """
            {"items":[{"supporter":"0f6f4d53-3c57-4c8e-9a50-4f1c0e6a7b21","documentKind":"DNI","documentNumber":"40178683",\
            "names":"Juana Mamani Condori","address":"Jr. Lima 120","addedAt":"2016-03-22T15:10:00Z"}]}""";
    static final String FILE = """
            document_number;names;address;signed
            40178683;Juana Mamani Condori;Jr. Lima 120;sí
            """;
    static final String JOB = """
            {"id":"0b7f6f0c-9d0e-4a55-8f0e-3d8f5f0a1b07","kind":"supporters","entity":"300305","status":"WAITING",\
            "mode":"valid-rows","dryRun":false,"rowsRead":0,"rowsAccepted":0,"rowsRefused":0,"createdAt":"2016-03-22T15:04:05Z"}""";

    private ApplicationExamples() {}
}
