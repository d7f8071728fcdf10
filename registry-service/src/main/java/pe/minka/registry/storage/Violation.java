package pe.minka.registry.storage;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A constraint of the database that a change broke. Constraints decide, since a check before them can be overtaken. */
public final class Violation {

    private Violation() {}

    /** The name of the broken constraint; empty where the failure is another. */
    public static Optional<String> constraintOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation && violation.getConstraintName() != null) {
                return Optional.of(violation.getConstraintName());
            }
        }
        return Optional.empty();
    }
}
