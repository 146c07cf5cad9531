package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CiphertextTest {

    @Test
    void what_is_sealed_shows_itself_to_nobody() {
        assertThat(new Ciphertext("v1.abc")).hasToString("Sealed[hidden]");
    }
}
