package pe.minka.testkit.assembly;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** All motions. */
@ApplicationScoped
class Motions implements PanacheRepositoryBase<Motion, UUID> {

    List<Motion> after(@Nullable String title, int limit) {
        return find("title > ?1 order by title", title == null ? "" : title)
                .page(0, limit)
                .list();
    }
}
