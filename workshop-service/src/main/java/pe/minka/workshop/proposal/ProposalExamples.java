package pe.minka.workshop.proposal;

/** The examples that stand in the contract. */
public final class ProposalExamples {

    static final String SUBMISSION = """
            {"title":"Ampliación del sistema de agua de Pfaco","problem":"Sesenta familias sin agua todo el día",\
            "description":"Captación nueva y dos kilómetros de tubería",\
            "objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","zone":"Z2","scope":"ZONE",\
            "organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","beneficiaries":310,\
            "cost":{"amount":"480000.00","currency":"PEN"}}""";

    public static final String PROPOSAL = """
            {"proposal":"b5c9d3e7-1f40-4e81-96ca-405f6e7d8701","process":"5f0c1f6e-3d0b-4c57-9a57-2f6a1d9c2016",\
            "title":"Ampliación del sistema de agua de Pfaco","problem":"Sesenta familias sin agua todo el día",\
            "description":"Captación nueva y dos kilómetros de tubería",\
            "objective":"a4b8c2d6-0e3f-4d70-85b9-3f4e5d6c7601","zone":"Z2","scope":"ZONE","origin":"AGENTS",\
            "organisation":"c4d1e6a2-0d41-4f57-9a11-7be1f0c2b201","beneficiaries":310,\
            "cost":{"amount":"480000.00","currency":"PEN"},"status":"VIABLE","lacks":[],"version":2}""";

    static final String PROPOSALS = "{\"items\":[" + PROPOSAL + "]}";

    private ProposalExamples() {}
}
