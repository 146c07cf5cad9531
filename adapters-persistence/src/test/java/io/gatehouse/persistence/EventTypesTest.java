package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.message.MessageEvent;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesEvent;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.target.TargetEvent;
import io.gatehouse.domain.token.TokenEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    @Test
    void every_event_that_can_happen_has_one_name_and_is_found_by_it() {
        var events = Stream.of(
                        AccountEvent.class,
                        SessionEvent.class,
                        TokenEvent.class,
                        AuthenticatorEvent.class,
                        RecoveryCodesEvent.class,
                        MfaChallengeEvent.class,
                        TotpStepEvent.class,
                        TargetEvent.class,
                        MessageEvent.class)
                .flatMap(feature -> Arrays.stream(feature.getPermittedSubclasses()))
                .map(type -> type.asSubclass(Event.class))
                .collect(Collectors.toSet());
        assertThat(events.stream().map(EventTypes::nameOf).collect(Collectors.toSet()))
                .isEqualTo(EventTypes.all());
        assertThat(events)
                .allMatch(type -> EventTypes.classOf(EventTypes.nameOf(type)).equals(type));
    }

    @Test
    void an_event_from_the_future_is_not_guessed_at() {
        assertThatThrownBy(() -> EventTypes.classOf("user.created.v99")).hasMessageContaining("user.created.v99");
    }
}
