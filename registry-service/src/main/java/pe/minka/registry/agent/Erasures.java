package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;

import java.util.UUID;

/** Erases people: their keys go, and what they decided stays provable. */
@ApplicationScoped
public class Erasures {

    private final People people;
    private final Supporters supporters;

    Erasures(People people, Supporters supporters) {
        this.people = people;
        this.supporters = supporters;
    }

    public void erase(UUID person) {
        people.erase(person);
    }

    /** Those who signed for an applicant of a process whose term has passed. */
    public int supportersPastTerm(EntityCode entity) {
        return supporters.pastTerm(entity);
    }

    /** @return how many were erased; the limit where there may be more */
    public int eraseSupportersPastTerm(EntityCode entity, int limit) {
        return supporters.erasePastTerm(entity, limit);
    }
}
