package pe.minka.allocation.process;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;

/** The copy of a municipality or regional government. */
@Entity
@Table(name = "public_entity")
class PublicEntity {

    @Id
    String code;

    String name;

    String kind;

    Ubigeo ubigeo;

    @Nullable
    Long population;
}
