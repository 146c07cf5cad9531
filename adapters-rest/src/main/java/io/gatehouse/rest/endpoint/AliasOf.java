package io.gatehouse.rest.endpoint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an older way to an endpoint of the same class, by another path or another method: it obeys that {@link Endpoint}
 * and shares its counters.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AliasOf {

    /** The name of the method that is the endpoint proper. */
    String value();
}
