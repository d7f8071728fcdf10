package pe.minka.registry.agent;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Particulars as a request states them, at whichever door.
 *
 * @param position in the organisation
 */
@Schema(name = "AgentParticulars")
record StatedParticulars(
        @Nullable @Size(max = 40) String phone,
        @Nullable @Size(max = 160) String email,
        @Nullable @Size(max = 300) String address,
        @Nullable @Size(max = 120) String position,
        @Nullable EducationLevel educationLevel) {

    Particulars stated() {
        return new Particulars(phone, email, address, position, educationLevel);
    }

    @Override
    public String toString() {
        return "particulars";
    }
}
