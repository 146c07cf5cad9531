package io.gatehouse.application;

/** A source of unique IDs. */
public interface Ids {

    /** @return 20 lower-case hexadecimal digits: 8 of seconds, 5 of microseconds, 7 random; they sort by time */
    String next();
}
