package pe.minka.registry.interest;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a person declared of its ties to officials.
 *
 * @param about the proposal or tender, where it is of one; else of the whole process
 * @param ties empty where the person declares to have none
 */
record InterestDeclaration(
        UUID person, Capacity capacity, @Nullable UUID about, List<Tie> ties, LocalDate declaredOn) {}
