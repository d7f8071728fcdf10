package pe.minka.platform.runtime.caller;

/** The roles that the identity provider grants. A citizen needs none: what is public is read without a token. */
public final class Roles {

    public static final String REGISTRAR = "registrar";
    public static final String FACILITATOR = "facilitator";
    public static final String EVALUATOR = "evaluator";
    public static final String BUDGET_OFFICER = "budget-officer";
    public static final String COUNCIL_SECRETARY = "council-secretary";
    public static final String EXECUTION_OFFICER = "execution-officer";
    public static final String WAREHOUSE_KEEPER = "warehouse-keeper";
    public static final String COMMITTEE_MEMBER = "committee-member";
    public static final String VIGILANCE_MEMBER = "vigilance-member";
    public static final String POLLING_OFFICER = "polling-officer";
    public static final String PARTICIPANT = "participant";
    public static final String AUDITOR = "auditor";
    public static final String REGIONAL_READER = "regional-reader";
    public static final String ENTITY_ADMIN = "entity-admin";
    public static final String PLATFORM_ADMIN = "platform-admin";
    /** Another of the five services. */
    public static final String SERVICE = "service";

    private Roles() {}
}
