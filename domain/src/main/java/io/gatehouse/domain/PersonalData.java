package io.gatehouse.domain;

/**
 * Marks personal data: addresses, names, IP addresses, user agents, preferences. Events hold such values only in types
 * with this marker, so that the codec of the log can treat them separately, for example to erase them later.
 */
public interface PersonalData {

    /** The value as text; the codec of the log writes it, and reads it through the one-argument constructor. */
    String value();
}
