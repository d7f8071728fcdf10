package pe.minka.execution.cooperation;

import pe.minka.execution.process.Party;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An agreement of cooperation on a work was signed. Topic {@code minka.execution.v1}, keyed by process. */
public record CooperationAgreementSigned(
        ProcessId process, EntityCode entity, UUID project, UUID agreement, LocalDate signedOn, List<Party> parties)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return agreement.toString();
    }
}
