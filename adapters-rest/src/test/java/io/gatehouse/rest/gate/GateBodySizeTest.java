package io.gatehouse.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.BodyTooLarge;
import org.junit.jupiter.api.Test;

/** The size of the body is checked before anything else. */
class GateBodySizeTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_body_that_is_too_large_is_refused_before_an_unknown_project() {
        gate.send("Content-Length", "12582913").send("X-Appwrite-Project", "nobody");
        assertThat(gate.refusal("signIn")).isEqualTo(new BodyTooLarge(12_582_912));
        gate.sendNo("Content-Length");
        gate.sendBody("x".repeat(12_582_913));
        assertThat(gate.refusal("signIn")).isEqualTo(new BodyTooLarge(12_582_912));
    }
}
