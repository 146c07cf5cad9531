package io.gatehouse.rest.endpoint;

import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.error.ErrorType;
import io.gatehouse.rest.request.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the {@link Gate} asks of a request before the annotated method sees it, and what the API's description says. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {

    /** What it does, in a sentence. */
    String summary() default "";

    Scope scope();

    /** Whether it opens a session, so that those who have one are refused. */
    boolean opensSession() default false;

    /** Whether sessions may ask that have proven fewer factors than their users want. */
    boolean allowsIncompleteSession() default false;

    /** Who has to have passed a challenge lately. */
    StepUpRequirement stepUp() default StepUpRequirement.NOBODY;

    /** The sign-in method that projects can switch off, as they spell it: {@code email-password}. Empty for none. */
    String switchedBy() default "";

    /** Requests per hour and key; 0 for no limit. */
    int limit() default 0;

    /** The parameter without which requests are not limited. Empty if all are. */
    String limitOnlyWith() default "";

    /** Whether {@link RestSettings#jwtLimit()} replaces the limit. */
    boolean limitIsConfigured() default false;

    /** What requests are counted by; each has its own counter. */
    LimitKey[] countedBy() default {};

    /** Whether a 201 forgets what was counted, so that only failures add up. */
    boolean resetOnSuccess() default false;

    /** Whether {@code X-Appwrite-Timestamp}, if sent, must be a date. */
    boolean timestamped() default false;

    /** The record whose components are the parameters. */
    Class<?> parameters() default Void.class;

    /** What else can go wrong here, besides everything the gate refuses. */
    ErrorType[] refusals() default {};
}
