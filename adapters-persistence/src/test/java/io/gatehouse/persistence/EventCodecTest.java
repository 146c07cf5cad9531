package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static io.gatehouse.persistence.EveryEvent.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private final EventCodec codec = new EventCodec();

    static Stream<Event> everyEvent() {
        return Stream.concat(EveryEvent.all().stream(), Stream.of(withoutAnything(), alert()));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void what_is_written_reads_the_same(Event event) {
        assertThat(codec.read(nameOf(event), codec.write(event), PROJECT)).isEqualTo(event);
    }

    @Test
    void what_is_in_the_log_stays_readable() throws IOException {
        var read = released().stream()
                .map(line -> line.split(" ", 2))
                .map(line -> codec.read(line[0], line[1], PROJECT))
                .toList();
        assertThat(read).containsExactlyElementsOf(everyEvent().toList());
    }

    @Test
    void events_are_written_as_ever() throws IOException {
        assertThat(everyEvent().map(event -> nameOf(event) + " " + codec.write(event)))
                .containsExactlyElementsOf(released());
    }

    @Test
    void the_samples_leave_no_event_out() {
        var sampled = everyEvent().map(EventCodecTest::nameOf).collect(Collectors.toSet());
        assertThat(sampled).isEqualTo(EventTypes.all());
    }

    @Test
    void others_are_told_everything_but_secrets() {
        assertThat(everyEvent().map(codec::publish).collect(Collectors.joining()))
                .contains("a@example.com", "Алиса", "\"session\":\"phone\"")
                .doesNotContain("argon2id", "\"password\":", "\"secret\":", "\"variables\":");
    }

    @Test
    void an_event_with_fields_of_a_later_version_still_reads() {
        var json = "{\"account\":\"alice\",\"at\":\"2026-01-01T12:00:00.123456Z\",\"reason\":\"abuse\"}";
        assertThat(codec.read("user.blocked.v1", json, PROJECT)).isEqualTo(new UserBlocked(ALICE, NOON));
    }

    @Test
    void an_occasion_reads_the_same() {
        var metadata =
                new RequestMetadata("r-1", new IpAddress("10.0.0.1"), new UserAgent("curl/8"), AuditAction.USER_CREATE);
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
        return EventTypes.nameOf(event.getClass());
    }

    /** One event per line: its name, and how the log keeps it. Lines are added, never changed. */
    private static List<String> released() throws IOException {
        try (var file = EventCodecTest.class.getResourceAsStream("events.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().toList();
        }
    }
}
