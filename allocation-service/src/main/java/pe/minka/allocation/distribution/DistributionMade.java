package pe.minka.allocation.distribution;

import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/** An envelope was shared out among zones by a formula; the parts add to it to the centimo. */
public record DistributionMade(
        ProcessId process, EntityCode entity, UUID distribution, UUID envelope, Soles amount, List<Part> parts)
        implements DomainEvent {

    public record Part(String zone, Soles amount, List<Term> terms) {}

    public record Term(String criterion, Percent weightPercent, String value, Soles amount) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return distribution.toString();
    }
}
