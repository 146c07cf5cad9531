package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Decision.Accepted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void a_decision_keeps_its_events_when_the_list_they_came_in_changes() {
        var events = new ArrayList<>(List.of("first"));
        var decision = new Accepted<>(events);
        events.add("second");
        assertThat(decision.events()).containsExactly("first");
    }

    @Test
    void the_events_of_a_decision_cannot_be_changed() {
        var decision = new Accepted<>(new ArrayList<>(List.of("first")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> decision.events().add("second"));
    }
}
