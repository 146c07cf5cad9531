package io.gatehouse.rest.endpoint;

import io.gatehouse.application.project.SignInMethod;
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

    /** The sign-in method it belongs to; refused if the project has switched it off. Empty for none. */
    SignInMethod[] switchedBy() default {};

    /** How often it may be called. Has no default, so that no endpoint is unlimited by omission. */
    Limit limit();

    /** Whether {@code X-Appwrite-Timestamp}, if sent, must be a date. */
    boolean timestamped() default false;

    /** The record whose components are the parameters. */
    Class<?> parameters() default Void.class;

    /** What else can go wrong here, besides everything the gate refuses. */
    ErrorType[] refusals() default {};
}
