package io.gatehouse.domain;

/** Marks secret material, hashed or not: stored in the log, removed from published events. */
public interface SecretMaterial {

    /** The value as text; the codec of the log writes it, and reads it through the one-argument constructor. */
    String value();
}
