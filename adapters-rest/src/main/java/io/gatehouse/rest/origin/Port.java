package io.gatehouse.rest.origin;

/** Ports in URLs. */
final class Port {

    /**
     * A regular expression for a port that a server can listen on: 1 to 65535, without leading zeros, which some
     * parsers do not read. An empty port is valid (RFC 3986, section 3.2.3), but nobody writes one on purpose.
     */
    static final String PATTERN =
            "6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}";

    private Port() {}
}
