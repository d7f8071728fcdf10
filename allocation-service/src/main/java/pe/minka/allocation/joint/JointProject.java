package pe.minka.allocation.joint;

import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/**
 * A project that several pay, as it was agreed.
 *
 * @param maintainer who keeps it up once it is built
 */
public record JointProject(UUID id, String title, Soles cost, String maintainer, List<Payer> payers) {

    /** What one partner pays. */
    public record Payer(EntityCode entity, Percent percent, Soles amount) {}
}
