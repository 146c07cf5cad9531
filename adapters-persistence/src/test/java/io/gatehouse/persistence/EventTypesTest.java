package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.application.request.RequestMetadata;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Event types and the stored form of events. The golden files {@code golden/events.txt} and
 * {@code golden/metadata.txt} hold what earlier versions have written: their lines are added, never changed or removed.
 */
class EventTypesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCodec codec = new EventCodec();

    @Test
    void every_event_class_has_one_type_name_and_is_found_by_it() {
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
        assertThat(events.stream().map(EventTypes::typeOf).collect(Collectors.toSet()))
                .isEqualTo(EventTypes.all());
        assertThat(events)
                .allMatch(type -> EventTypes.classOf(EventTypes.typeOf(type)).equals(type));
    }

    @Test
    void an_unknown_type_name_fails_and_is_quoted() {
        assertThatThrownBy(() -> EventTypes.classOf("user.created.v99")).hasMessageContaining("user.created.v99");
    }

    @Test
    void every_event_type_is_in_the_golden_file() {
        var golden = GoldenEvent.all().stream().map(GoldenEvent::type).collect(Collectors.toSet());
        assertThat(golden).isEqualTo(EventTypes.all());
    }

    @Test
    void every_golden_event_is_read_and_written_unchanged() {
        assertThat(GoldenEvent.all())
                .allSatisfy(golden -> assertThat(codec.write(read(golden))).isEqualTo(golden.json()));
    }

    @Test
    void every_constant_of_a_stored_enum_is_in_the_golden_files() {
        var stored = Stream.concat(EventTypes.all().stream().map(EventTypes::classOf), Stream.of(RequestMetadata.class))
                .flatMap(RecordValues::enumsIn)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .collect(Collectors.toSet());
        var golden = Stream.concat(
                        GoldenEvent.all().stream().map(this::read), metadata().map(codec::readMetadata))
                .flatMap(RecordValues::constantsIn)
                .collect(Collectors.toSet());
        assertThat(golden).isEqualTo(stored);
    }

    /** Later versions may add fields, but neither remove nor rename any. */
    @Test
    void golden_request_metadata_is_read_and_written_with_the_same_fields() {
        assertThat(metadata()).isNotEmpty().allSatisfy(golden -> assertThat(
                        fields(codec.write(codec.readMetadata(golden))))
                .containsAll(fields(golden)));
    }

    private Event read(GoldenEvent golden) {
        return codec.read(golden.type(), golden.json(), EveryEvent.PROJECT);
    }

    private static Stream<String> metadata() {
        return TestResources.lines("/golden/metadata.txt").stream();
    }

    private static Set<Map.Entry<String, JsonNode>> fields(String json) throws JsonProcessingException {
        return JSON.readTree(json).properties();
    }
}
