package io.gatehouse.domain.message;

/** What only the holders of the server's key can read: codes and links on their way to people. */
public record Sealed(String value) {

    @Override
    public String toString() {
        return "Sealed[hidden]";
    }
}
