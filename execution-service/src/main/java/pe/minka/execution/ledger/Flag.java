package pe.minka.execution.ledger;

/** Which rule an imported entry breaks. */
enum Flag {
    OVER_AGREED_AMOUNT,
    OVER_EARLIER_PHASE
}
