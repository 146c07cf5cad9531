package io.gatehouse.messaging.kafka;

import static io.gatehouse.messaging.SampleMessageRequests.ALICE;
import static io.gatehouse.messaging.SampleMessageRequests.alert;
import static io.gatehouse.messaging.SampleMessageRequests.like;
import static io.gatehouse.messaging.SampleMessageRequests.message;
import static io.gatehouse.messaging.SampleMessageRequests.phoneLogin;
import static io.gatehouse.messaging.SampleMessageRequests.recovery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String ID = "7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001";

    private static final String MAIL = line("""
            {"eventId":"7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001",
            "type":"message.requested",
            "version":1,
            "occurredAt":"2026-01-01T12:00:00Z",
            "traceId":"request-1",
            "projectId":"demo",
            "projectName":"Demo",
            "channel":"email",
            "template":"recovery",
            "locale":"en",
            "recipient":{"address":"alice@example.com","name":"Ålice"},
            "userId":"alice",
            "subjectId":"token-1",
            "expiresAt":"2026-01-01T13:00:00Z",
            "variables":"sealed.by.a.key"}""");

    private static final String SMS = line("""
            {"eventId":"7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001",
            "type":"message.requested",
            "version":1,
            "occurredAt":"2026-01-01T12:00:00Z",
            "traceId":"request-1",
            "projectId":"demo",
            "projectName":"Demo",
            "channel":"sms",
            "template":"phoneLogin",
            "locale":"de",
            "recipient":{"number":"+4915112345678"},
            "userId":"alice",
            "subjectId":"token-2",
            "expiresAt":"2026-01-01T12:15:00Z",
            "variables":"sealed.by.a.key"}""");

    @Test
    void a_mail_is_written_with_these_fields() {
        assertThat(written(recovery(ALICE))).isEqualTo(MAIL);
    }

    @Test
    void an_sms_is_written_with_a_number_and_without_a_name() {
        assertThat(written(phoneLogin(ALICE))).isEqualTo(SMS);
    }

    @Test
    void an_alert_is_written_without_expiry() {
        assertThat(written(alert(ALICE)))
                .doesNotContain("expiresAt")
                .contains("\"recipient\":{\"address\":\"alice@example.com\"}");
    }

    @Test
    void an_envelope_is_read_as_it_was_written() throws Exception {
        assertThat(Envelope.read(written(recovery(ALICE)))).isEqualTo(message(ID, recovery(ALICE)));
        assertThat(Envelope.read(written(alert(ALICE)))).isEqualTo(message(ID, alert(ALICE)));
        assertThat(Envelope.read(written(phoneLogin(ALICE)))).isEqualTo(message(ID, phoneLogin(ALICE)));
    }

    @ParameterizedTest
    @EnumSource
    void an_envelope_of_every_message_type_is_read_as_it_was_written(MessageType messageType) throws Exception {
        var request = like(recovery(ALICE), messageType);
        assertThat(written(request)).contains("\"template\":\"" + messageType.apiName() + "\"");
        assertThat(Envelope.read(written(request))).isEqualTo(message(ID, request));
    }

    @Test
    void unknown_fields_are_ignored() throws Exception {
        var more = MAIL.replace("\"version\":1", "\"version\":1,\"transport\":null,\"overrides\":{\"subject\":\"Hi\"}");
        assertThat(Envelope.read(more)).isEqualTo(message(ID, recovery(ALICE)));
    }

    @ParameterizedTest
    @CsvSource({
        "message.requested, message.withdrawn, unknown type",
        "'\"version\":1', '\"version\":2', unknown version",
        "recovery, anniversary, unknown template",
        "'\"version\":1,', '', malformed",
        "address, number, malformed",
        "7d0f5bd1, nonsense, malformed",
        "2026-01-01T13:00:00Z, in an hour, malformed",
    })
    void unknown_and_malformed_values_are_refused_with_a_reason(String original, String replacement, String reason) {
        assertUnreadable(MAIL.replace(original, replacement), reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type",
                "traceId",
                "projectId",
                "projectName",
                "template",
                "locale",
                "address",
                "name",
                "userId",
                "subjectId",
                "variables"
            })
    void a_null_character_in_any_field_is_malformed(String field) {
        var beginning = "\"" + field + "\":\"";
        assertUnreadable(MAIL.replace(beginning, beginning + "\\u0000"), "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "5", "[]", "{}", "{\"eventId\":", "secret-code-123456"})
    void a_text_that_is_no_envelope_is_malformed(String text) {
        assertUnreadable(text, "malformed");
    }

    /** Neither the message of the exception nor a cause quotes what was read. */
    private static void assertUnreadable(String text, String reason) {
        assertThatThrownBy(() -> Envelope.read(text))
                .isInstanceOf(UnreadableEnvelopeException.class)
                .hasMessage(reason)
                .hasNoCause();
    }

    private static String written(MessageRequested request) {
        return Envelope.write(message(ID, request));
    }

    private static String line(String text) {
        return text.replace("\n", "");
    }
}
