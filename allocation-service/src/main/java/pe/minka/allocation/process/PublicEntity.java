package pe.minka.allocation.process;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;

/** The copy of a municipality or regional government. */
@Entity
@Table(name = "public_entity")
public class PublicEntity {

    @Id
    String code;

    String name;

    String kind;

    Ubigeo ubigeo;

    @Nullable
    Long population;

    protected PublicEntity() {}

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public Ubigeo ubigeo() {
        return ubigeo;
    }

    public @Nullable Long population() {
        return population;
    }
}
