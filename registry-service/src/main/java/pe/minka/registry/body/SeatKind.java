package pe.minka.registry.body;

/** On whose behalf a seat is held. */
enum SeatKind {
    STAFF,
    COMMUNITY_LEADER,
    AUTHORITY,
    CIVIL_SOCIETY,
    STATE_BODY,
    PROFESSIONAL
}
