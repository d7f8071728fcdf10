package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What is known of a person. Personal: encrypted where it is stored, never printed, logged or sent.
 *
 * @param contact telephone, e-mail or address, as the person gave it
 */
record PersonalRecord(
        IdentityDocument document,
        String names,
        @Nullable LocalDate birthDate,
        @Nullable String contact,
        Particulars particulars) {

    PersonalRecord(IdentityDocument document, String names, @Nullable LocalDate birthDate, @Nullable String contact) {
        this(document, names, birthDate, contact, Particulars.NONE);
    }

    @Override
    public String toString() {
        return "personal record";
    }
}
