package io.gatehouse.rest.endpoint;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rate limit of an {@link Endpoint}. Exactly one of {@code perHour}, {@code ofMethod} and {@code none} is set. */
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

    /** The keys by which requests are counted; each has its own counter. */
    LimitKey[] by() default {};

    /** Only requests with this parameter are counted. Empty: all are. */
    String onlyWith() default "";

    /** Whether a 201 resets the counters, so that only failures count. */
    boolean resetOnSuccess() default false;
}
