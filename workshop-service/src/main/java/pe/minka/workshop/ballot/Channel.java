package pe.minka.workshop.ballot;

/** By which way a ballot came; all strike off the same roll. */
public enum Channel {
    OWN_DEVICE,
    ASSISTED,
    OFFLINE_DEVICE,
    PAPER,
    SHOW_OF_HANDS
}
