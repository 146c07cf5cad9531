package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.Audit;
import io.gatehouse.application.Occasion;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountEvent.PasswordRehashed;
import io.gatehouse.domain.account.AccountEvent.PreferencesReplaced;
import io.gatehouse.domain.account.AccountEvent.UserAccessed;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {

    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final SessionId PHONE = new SessionId(DEMO, "phone");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final PasswordHash HASH = new PasswordHash("$argon2id$hash");
    private static final UserCreated CREATED =
            new UserCreated(ALICE, new EmailAddress("a@example.com"), HASH, new UserName("Алиса 🦊"), NOON);
    private static final SessionCreated SIGNED_IN = new SessionCreated(
            ALICE,
            PHONE,
            new Secret("s").digest(),
            "email",
            new ProviderUid("a@example.com"),
            List.of("password"),
            new IpAddress("::1"),
            new UserAgent("curl/8"),
            Client.UNKNOWN,
            "--",
            NOON.plusSeconds(60),
            NOON);

    private final EventCodec codec = new EventCodec();

    static Stream<Event> everyEvent() {
        return Stream.of(
                CREATED,
                new UserCreated(ALICE, null, null, null, NOON),
                new UserNameChanged(ALICE, new UserName("Bob"), NOON),
                new PreferencesReplaced(ALICE, new Preferences("{\"a\":\"\\u0000\",\"b\":1.0}"), NOON),
                new PasswordRehashed(ALICE, HASH, NOON),
                new UserBlocked(ALICE, NOON),
                new UserAccessed(ALICE, NOON),
                SIGNED_IN,
                new SessionRevoked(ALICE, PHONE, NOON),
                new TargetCreated(ALICE, new TargetId(DEMO, "t"), "email", new Identifier("a@example.com"), NOON));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void what_is_written_reads_the_same(Event event) {
        var type = EventTypes.nameOf(event.getClass());
        assertThat(codec.read(type, codec.write(event), DEMO)).isEqualTo(event);
    }

    @Test
    void others_are_told_everything_but_credentials() {
        assertThat(codec.publish(CREATED)).contains("a@example.com", "Алиса").doesNotContain("password", HASH.value());
        assertThat(codec.publish(SIGNED_IN))
                .contains("\"session\":\"phone\"")
                .doesNotContain("\"secret\"", SIGNED_IN.secret().value());
    }

    @Test
    void an_event_with_fields_of_a_later_version_still_reads() {
        var json = "{\"account\":\"alice\",\"at\":\"2026-01-01T12:00:00.123456Z\",\"reason\":\"abuse\"}";
        assertThat(codec.read("user.blocked.v1", json, DEMO)).isEqualTo(new UserBlocked(ALICE, NOON));
    }

    @Test
    void an_occasion_reads_the_same() {
        var occasion = new Occasion("r-1", new IpAddress("10.0.0.1"), new UserAgent("curl/8"), Audit.USER_CREATE);
        assertThat(codec.readOccasion(codec.write(occasion))).isEqualTo(occasion);
    }
}
