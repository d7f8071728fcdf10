package pe.minka.testkit.assembly;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/** What an assembly is asked to decide. */
@Entity
class Motion {

    @Id
    UUID id;

    EntityCode entity;
    String title;
    Soles cost;

    @Version
    long version;

    protected Motion() {}

    Motion(UUID id, EntityCode entity, String title, Soles cost) {
        this.id = id;
        this.entity = entity;
        this.title = title;
        this.cost = cost;
    }
}
