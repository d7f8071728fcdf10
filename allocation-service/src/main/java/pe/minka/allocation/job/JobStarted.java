package pe.minka.allocation.job;

import java.util.UUID;

/** A job was committed and can be worked on. */
record JobStarted(UUID job) {}
