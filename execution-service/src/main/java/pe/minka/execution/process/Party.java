package pe.minka.execution.process;

/** Who signs an agreement of cooperation. */
public enum Party {
    COMMUNITY,
    COMMITTEE,
    MUNICIPALITY
}
