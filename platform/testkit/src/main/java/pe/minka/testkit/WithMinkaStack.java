package pe.minka.testkit;

import io.quarkus.test.common.WithTestResource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@code @QuarkusTest}: the service under test gets a database and topics of its own on the PostgreSQL and the
 * Kafka broker that all modules share, and trusts the tokens of {@link Tokens}. The test classes of a module share one
 * start of the service, so each of them works on processes of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(SharedStack.class)
public @interface WithMinkaStack {}
