package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a person is written to. What it gives is personal: never printed in a log, stored elsewhere or sent in an event. */
@ApplicationScoped
public class Addressees {

    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?51[ -]?)?(9\\d{2}[ -]?\\d{3}[ -]?\\d{3})(?!\\d)");

    private final People people;
    private final Consents consents;

    Addressees(People people, Consents consents) {
        this.people = people;
        this.consents = consents;
    }

    /**
     * @param email absent where the person gave none, or took back the consent to be written to
     * @param mobile nine digits, absent likewise
     */
    public record Addressee(
            String names,
            @Nullable String email,
            @Nullable String mobile,
            @Nullable String contact) {

        @Override
        public String toString() {
            return "addressee";
        }
    }

    /** Empty for a person who was erased. */
    public Optional<Addressee> of(UUID person) {
        boolean onPaper = consents.refusesNotices(person);
        return people.read(person)
                .map(record -> new Addressee(
                        record.names(),
                        onPaper ? null : email(record.contact()),
                        onPaper ? null : mobile(record.contact()),
                        record.contact()));
    }

    static @Nullable String email(@Nullable String contact) {
        var found = EMAIL.matcher(contact == null ? "" : contact);
        return found.find() ? found.group() : null;
    }

    static @Nullable String mobile(@Nullable String contact) {
        var found = MOBILE.matcher(contact == null ? "" : contact);
        return found.find() ? found.group(1).replaceAll("[ -]", "") : null;
    }
}
