package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final EventCodec codec = new EventCodec();

    static Stream<Event> everyEvent() {
        return Stream.of(EveryEvent.all(), List.of(withoutAnything(), alert()), EveryEvent.everyValue())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_event_reads_as_it_was_written(Event event) {
        assertThat(codec.read(nameOf(event), codec.write(event), PROJECT)).isEqualTo(event);
    }

    @Test
    void released_events_are_readable() {
        var read = GoldenEvent.all().stream()
                .map(golden -> codec.read(golden.type(), golden.json(), PROJECT))
                .toList();
        assertThat(read).containsExactlyElementsOf(everyEvent().toList());
    }

    @Test
    void events_are_written_as_released() {
        assertThat(everyEvent().map(event -> nameOf(event) + " " + codec.write(event)))
                .containsExactlyElementsOf(GoldenEvent.all().stream()
                        .map(golden -> golden.type() + " " + golden.json())
                        .toList());
    }

    @Test
    void the_samples_cover_every_event_type() {
        var sampled = everyEvent().map(EventCodecTest::nameOf).collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(EventTypes.all());
    }

    @Test
    void published_events_contain_everything_except_secrets() {
        assertThat(everyEvent().map(codec::publish).collect(Collectors.joining()))
                .contains("a@example.com", "Алиса", "\"session\":\"phone\"")
                .doesNotContain("argon2id", "\"password\":", "\"secret\":", "\"variables\":");
    }

    @Test
    void an_event_with_unknown_fields_is_readable() {
        var json = "{\"account\":\"alice\",\"at\":\"2026-01-01T12:00:00.123456Z\",\"reason\":\"abuse\"}";
        assertThat(codec.read("user.blocked.v1", json, PROJECT)).isEqualTo(new UserBlocked(ALICE, NOON));
    }

    @Test
    void request_metadata_reads_as_it_was_written() {
        var metadata = new RequestMetadata(
                "r-1", new IpAddress("10.0.0.1"), new UserAgent("curl/8"), Actor.USER, AuditAction.USER_CREATE);
        assertThat(codec.readMetadata(codec.write(metadata))).isEqualTo(metadata);
    }

    private static UserCreated withoutAnything() {
        return new UserCreated(ALICE, null, null, null, NOON);
    }

    private static MessageRequested alert() {
        return new MessageRequested(
                ALICE,
                "Demo",
                MessageType.SESSION_ALERT,
                "en",
                new Recipient("alice@example.com"),
                null,
                "phone",
                new Ciphertext("sealed"),
                null,
                NOON);
    }

    private static String nameOf(Event event) {
        return EventTypes.typeOf(event.getClass());
    }
}
