package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealedTest {

    @Test
    void what_is_sealed_shows_itself_to_nobody() {
        assertThat(new Sealed("v1.abc")).hasToString("Sealed[hidden]");
    }
}
