package pe.minka.platform.runtime.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How far the roles of an operation reach; stands in the contract as {@code x-roles: [role@scope]}.
 * {@code own}: the entities in the caller's token,
 * and of a regional reader the territories; {@code any}: all entities; {@code public}: no token needed;
 * {@code service}: only another service.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Scope {

    String OWN = "own";
    String ANY = "any";
    String PUBLIC = "public";
    String SERVICES = "service";

    String value();
}
