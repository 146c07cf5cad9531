package io.gatehouse.rest.endpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an older path or HTTP method of an endpoint in the same class: the {@link Endpoint} applies to it as well, and
 * both share their rate limits.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AliasOf {

    /** The name of the method that declares the {@link Endpoint}. */
    String value();
}
