package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Erases people: their keys go, and what they decided stays provable. */
@ApplicationScoped
public class Erasures {

    private final People people;

    Erasures(People people) {
        this.people = people;
    }

    public void erase(UUID person) {
        people.erase(person);
    }
}
