package io.gatehouse.domain;

/**
 * Marks a value that tells something about a person: address, name, IP, user agent, preferences. Events hold such values
 * only in types that carry this mark, so that whoever writes events down can treat them apart, and one day forget them.
 */
public interface PersonalData {

    /** The value as text; what the codec of the log writes, and reads back through the one-argument constructor. */
    String value();
}
