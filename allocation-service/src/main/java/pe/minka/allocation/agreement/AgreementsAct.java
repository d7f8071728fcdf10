package pe.minka.allocation.agreement;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** The act of agreements and commitments that ends the deliberation; once signed it never changes. */
public record AgreementsAct(
        UUID id, ProcessId process, EntityCode entity, UUID envelope, UUID portfolio, LocalDate signedOn) {}
