package io.gatehouse.application.token;

/** A source of security phrases: two words that a person can compare at a glance. */
public interface SecurityPhrases {

    /** @return a capitalised adjective and a noun in lower case: {@code Golden fox} */
    String next();
}
