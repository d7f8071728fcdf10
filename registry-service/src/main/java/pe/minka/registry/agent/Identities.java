package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Optional;
import java.util.UUID;

/** Who a document belongs to, for features that must know one person from another and nothing else of them. */
@ApplicationScoped
public class Identities {

    private final People people;

    Identities(People people) {
        this.people = people;
    }

    /** The person with that document, known or new. Refuses a number that is none of that kind. */
    public UUID remember(EntityCode entity, String kind, String number, String names) {
        return people.remember(entity, new PersonalRecord(document(kind, number), names, null, null));
    }

    public Optional<UUID> known(EntityCode entity, String kind, String number) {
        return people.known(entity, document(kind, number));
    }

    static IdentityDocument document(String kindName, String number) {
        var kind = IdentityDocument.Kind.valueOf(kindName);
        IdentityDocument.flawOf(kind, number).ifPresent(flaw -> {
            throw Problem.unprocessable("document-unreadable")
                    .error("/documentNumber", flaw.code(), "expected", kind)
                    .toException();
        });
        return IdentityDocument.of(kind, number);
    }
}
