package pe.minka.execution.money;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount of at least one centimo. */
@Constraint(validatedBy = MoreThanZero.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface MoreThanZero {

    String message() default "must be at least 0.01";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** An absent amount is another constraint's matter. */
    class Check implements ConstraintValidator<MoreThanZero, Soles> {

        @Override
        public boolean isValid(@Nullable Soles amount, ConstraintValidatorContext context) {
            return amount == null || amount.centimos() > 0;
        }
    }
}
