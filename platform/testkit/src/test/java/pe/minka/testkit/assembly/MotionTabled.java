package pe.minka.testkit.assembly;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** A motion was put before the assembly. */
public record MotionTabled(UUID motion, EntityCode entity, String title, Soles cost) implements DomainEvent {

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return motion.toString();
    }
}
