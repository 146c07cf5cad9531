package io.gatehouse.domain;

/** What only the holders of the server's key can read: a message's content on its way, an authenticator's secret at rest. */
public record Ciphertext(String value) {

    @Override
    public String toString() {
        return "Sealed[hidden]";
    }
}
