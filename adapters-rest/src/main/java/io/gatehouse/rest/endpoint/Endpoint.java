package io.gatehouse.rest.endpoint;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.rest.error.ErrorType;
import io.gatehouse.rest.request.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the {@link Gate} checks before the annotated method runs, and what the OpenAPI description is made of. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Endpoint {

    /** What it does, in a sentence; published in the OpenAPI description. */
    String summary() default "";

    Scope scope();

    /** Whether it opens a session; callers who already have one are refused. */
    boolean opensSession() default false;

    /** Whether sessions that still lack a factor may call it. */
    boolean allowsIncompleteSession() default false;

    /** Which callers must have passed a challenge within the last 30 minutes. */
    StepUpRequirement stepUp() default StepUpRequirement.NONE;

    /** The sign-in method it belongs to; refused if the project has disabled it. Empty for none. */
    SignInMethod[] switchedBy() default {};

    /** How often it may be called. Has no default, so that no endpoint is unlimited by omission. */
    Limit limit();

    /** Whether {@code X-Appwrite-Timestamp}, if sent, must be a date. */
    boolean timestamped() default false;

    /** The record whose components are the parameters. */
    Class<?> parameters() default Void.class;

    /** The errors it can return besides those of the gate. */
    ErrorType[] refusals() default {};
}
