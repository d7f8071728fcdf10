package pe.minka.allocation.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * A project as one area lists it.
 *
 * @param position in its list, from 1
 * @param code of the investment bank; absent while it is an idea
 * @param problem that it answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedProject(
        UUID list,
        int position,
        EntityCode entity,
        String area,
        @Nullable String code,
        String name,
        Soles cost,
        @Nullable String problem) {

    Subject subject() {
        return Subject.of(name);
    }
}
