package pe.minka.allocation.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;

import java.util.UUID;

/** The copy of one version of a development plan. */
@Entity
@Table(name = "plan_version")
class PlanVersion {

    @Embeddable
    record Key(UUID process, int version) {}

    @EmbeddedId
    Key key;

    UUID plan;

    String title;

    @ColumnTransformer(write = "?::jsonb")
    String objectives;
}
