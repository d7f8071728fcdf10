package pe.minka.allocation.bank;

/** What a list of projects is. */
public enum ListKind {
    /** What one area of the entity wants to carry out. */
    AREA,
    /** The investment programme of the entity. */
    PROGRAMME
}
