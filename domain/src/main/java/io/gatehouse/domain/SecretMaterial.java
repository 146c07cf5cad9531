package io.gatehouse.domain;

/** Marks what proves who somebody is, even if only hashed: kept in the log, but never told to those who listen to it. */
public interface SecretMaterial {

    /** The value as text; what the codec of the log writes, and reads back through the one-argument constructor. */
    String value();
}
