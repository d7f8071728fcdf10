package pe.minka.execution.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/** All acts of agreements, signed or so far only heard of. */
@ApplicationScoped
class Acts implements PanacheRepositoryBase<Act, UUID> {

    Act findOrAdd(UUID act, ProcessId process, EntityCode entity) {
        return findByIdOptional(act).orElseGet(() -> {
            var added = new Act(act, process, entity);
            persist(added);
            return added;
        });
    }
}
