package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the registration record of a region asks of a person beside name and document. Personal: encrypted where it is
 * stored, never printed, logged or sent; kept only where the ordinance asks for it.
 *
 * @param position in the organisation
 */
record Particulars(
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String position,
        @Nullable EducationLevel educationLevel) {

    static final Particulars NONE = new Particulars(null, null, null, null, null);

    /** Under which they are stored, in the order of {@link #texts}. */
    static final List<String> FIELDS = List.of("phone", "email", "address", "position", "education_level");

    /** In the order of {@link #FIELDS}. */
    static Particulars of(List<@Nullable String> texts) {
        var level = texts.get(4);
        return new Particulars(
                texts.get(0),
                texts.get(1),
                texts.get(2),
                texts.get(3),
                level == null ? null : EducationLevel.valueOf(level));
    }

    List<@Nullable String> texts() {
        return Arrays.asList(phone, email, address, position, educationLevel == null ? null : educationLevel.name());
    }

    /**
     * What of them an ordinance asks for; the rest is forgotten at once.
     *
     * @law Ley 29733 art. 7: no more data than the purpose needs
     */
    Particulars only(Set<String> asked) {
        return new Particulars(
                asked.contains("PHONE") ? phone : null,
                asked.contains("EMAIL") ? email : null,
                asked.contains("ADDRESS") ? address : null,
                asked.contains("POSITION") ? position : null,
                asked.contains("EDUCATION_LEVEL") ? educationLevel : null);
    }

    @Override
    public String toString() {
        return "particulars";
    }
}
