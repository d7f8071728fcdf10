package pe.minka.registry.body;

/** As stated in the act; quotas count it. */
enum SeatSex {
    FEMALE,
    MALE
}
