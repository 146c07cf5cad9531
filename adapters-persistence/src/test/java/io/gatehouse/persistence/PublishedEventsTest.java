package io.gatehouse.persistence;

import static io.gatehouse.persistence.EveryEvent.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.SecretMaterial;
import io.gatehouse.domain.account.AccountId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published events contain all fields except secret material and fields that contain any. */
class PublishedEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCodec codec = new EventCodec();

    static Stream<Event> everyEvent() {
        return EventCodecTest.everyEvent();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void published_events_contain_every_field_that_holds_no_secret(Event event) throws Exception {
        var expected = new TreeSet<>(fields(codec.write(event)));
        expected.removeAll(secretsOf(event.getClass()));
        assertThat(fields(codec.publish(event))).isEqualTo(expected);
    }

    @Test
    void the_secret_fields_of_all_events_are_these() {
        var secrets = EventTypes.all().stream()
                .flatMap(name -> secretsOf(EventTypes.classOf(name)).stream().map(field -> name + ": " + field));
        assertThat(secrets)
                .containsExactlyInAnyOrder(
                        "user.created.v1: password",
                        "user.password.changed.v1: password",
                        "user.password.rehashed.v1: password",
                        "user.password.remembered.v1: password",
                        "session.created.v1: secret",
                        "token.issued.v1: secret",
                        "mfa.challenge.created.v1: code",
                        "authenticator.created.v1: secret",
                        "recovery.codes.created.v1: digests",
                        "recovery.codes.created.v1: sealed",
                        "recovery.code.spent.v1: code",
                        "message.requested.v1: variables");
    }

    @Test
    void nested_secrets_are_not_published() throws Exception {
        var digest = new Secret("code").digest();
        var ciphertext = new Ciphertext("sealed");
        var event = new Wrapping(
                ALICE,
                List.of(List.of(digest)),
                Map.of("key", ciphertext),
                Map.of(digest, "value"),
                new Wrapping.Parcel("address", ciphertext),
                Instant.EPOCH);
        assertThat(codec.publish(event)).doesNotContain(digest.value(), ciphertext.value());
        assertThat(fields(codec.publish(event))).containsExactlyInAnyOrder("account", "parcel", "at");
    }

    /** Secrets nested in lists, maps and records; no existing event has such fields. */
    record Wrapping(
            AccountId account,
            List<List<SecretDigest>> lists,
            Map<String, Ciphertext> values,
            Map<SecretDigest, String> keys,
            Parcel parcel,
            Instant at)
            implements Event {

        @Override
        public ProjectId project() {
            return account.project();
        }

        @Override
        public String userId() {
            return account.value();
        }

        record Parcel(String address, Ciphertext content) {}
    }

    private static Set<String> secretsOf(Class<? extends Event> event) {
        return Stream.of(event.getRecordComponents())
                .filter(component -> holdsSecret(component.getGenericType()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static boolean holdsSecret(Type type) {
        return switch (type) {
            case Class<?> c
            when c.isRecord() ->
                SecretMaterial.class.isAssignableFrom(c)
                        || c == Ciphertext.class
                        || Stream.of(c.getRecordComponents()).anyMatch(part -> holdsSecret(part.getGenericType()));
            case ParameterizedType p ->
                Stream.of(p.getActualTypeArguments()).anyMatch(PublishedEventsTest::holdsSecret);
            default -> false;
        };
    }

    private static Set<String> fields(String json) throws JsonProcessingException {
        var fields = new TreeSet<String>();
        JSON.readTree(json).fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
