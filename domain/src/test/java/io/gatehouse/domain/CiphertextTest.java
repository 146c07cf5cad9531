package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CiphertextTest {

    @Test
    void the_text_of_a_ciphertext_is_hidden() {
        assertThat(new Ciphertext("v1.abc")).hasToString("Sealed[hidden]");
    }
}
