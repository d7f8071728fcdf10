package pe.minka.platform.runtime.idempotency;

import jakarta.interceptor.InterceptorBinding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A request that counts: it carries an {@code Idempotency-Key} and has one effect however often it arrives. The same
 * key with the same body gets the same answer, with another body 422, while the first is still at work 409. Answer and
 * effect are one transaction. A refusal wrote nothing and is not kept: the request may be sent again once what stood
 * in its way is gone.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
