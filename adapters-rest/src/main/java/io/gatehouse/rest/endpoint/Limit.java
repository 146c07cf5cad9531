package io.gatehouse.rest.endpoint;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How often an {@link Endpoint} may be called. Exactly one of {@code perHour}, {@code ofMethod} and {@code none} is given. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Limit {

    /** The reason for endpoints where the API documents no limit. */
    String UNDOCUMENTED = "The API documents no limit.";

    /** Requests per hour and key. */
    int perHour() default 0;

    /** Whether the limit is that of the endpoint's only sign-in method. */
    boolean ofMethod() default false;

    /** Why the endpoint is not limited. */
    String none() default "";

    /** What requests are counted by; each key has its own counter. */
    LimitKey[] by() default {};

    /** The parameter without which requests are not counted. Empty if all are. */
    String onlyWith() default "";

    /** Whether a 201 resets the counters, so that only failures add up. */
    boolean resetOnSuccess() default false;
}
