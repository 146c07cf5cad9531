package io.gatehouse.domain;

/** Text encrypted with a key of the server: message variables, authenticator secrets, recovery codes. */
public record Ciphertext(String value) {

    @Override
    public String toString() {
        return "Sealed[hidden]";
    }
}
