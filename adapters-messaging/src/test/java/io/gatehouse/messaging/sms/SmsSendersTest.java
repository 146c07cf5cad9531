package io.gatehouse.messaging.sms;

import static io.gatehouse.messaging.text.SampleMessages.CODE;
import static io.gatehouse.messaging.text.SampleMessages.SHOP;
import static io.gatehouse.messaging.text.SampleMessages.message;
import static io.gatehouse.messaging.text.SampleMessages.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.util.Throwables.getStackTrace;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.Localized;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSendersTest {

    private static final Message LOGIN = message(MessageType.PHONE_LOGIN, "de");
    private static final Map<String, String> VARIABLES = variables(MessageType.PHONE_LOGIN);
    private static final SmsWriter WRITER = new SmsWriter(Map.of());
    private static final String ACCEPTED = "{\"message-count\":\"1\",\"messages\":[{\"status\":\"0\"}]}";

    @Test
    void twilio_gets_a_form_with_the_credentials_of_the_account() throws Exception {
        try (var server = new SmsProviderServer(201, "{}")) {
            new TwilioSender(WRITER, server.base(), "AC1", "token", "+4930123").send(LOGIN, VARIABLES);

            var request = server.received();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
            assertThat(request.authorization()).isEqualTo("Basic QUMxOnRva2Vu");
            assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.form()).isEqualTo(Map.of("To", "+4915112345678", "From", "+4930123", "Body", CODE));
        }
    }

    @Test
    void vonage_gets_numbers_without_a_plus() throws Exception {
        try (var server = new SmsProviderServer(200, ACCEPTED)) {
            new VonageSender(WRITER, server.base(), "key", "secret", "+4930123").send(LOGIN, VARIABLES);

            assertThat(server.received().path()).isEqualTo("/sms/json");
            assertThat(server.received().form())
                    .isEqualTo(Map.of(
                            "api_key", "key",
                            "api_secret", "secret",
                            "from", "4930123",
                            "to", "4915112345678",
                            "text", CODE));
        }
    }

    @ParameterizedTest
    @CsvSource({"Code für dich: {{otp}} (€),", "你的验证码是 {{otp}},unicode", "`{{otp}}`,unicode"})
    void vonage_gets_the_type_unicode_for_characters_outside_of_the_sms_alphabet(String text, String type)
            throws Exception {
        try (var server = new SmsProviderServer(200, ACCEPTED)) {
            new VonageSender(writer(text), server.base(), "key", "secret", "Shop").send(LOGIN, VARIABLES);
            assertThat(server.received().form().get("type")).isEqualTo(type);
            assertThat(server.received().form().get("text")).isEqualTo(text.replace("{{otp}}", CODE));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "5, false", "9, false", "10, false", "3, true", "4, true", "7, true", "99, true"})
    void a_vonage_response_with_an_error_status_is_a_failure(String status, boolean isPermanent) {
        var parts = "[{\"status\":\"0\"},{\"status\":\"" + status + "\",\"error-text\":\"" + CODE + "\"}]";
        try (var server = new SmsProviderServer(200, "{\"messages\":" + parts + "}")) {
            assertFails(new VonageSender(WRITER, server.base(), "key", "secret", "Shop"), isPermanent);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"messages\":[]}"})
    void an_unreadable_vonage_response_is_a_failure(String answer) {
        try (var server = new SmsProviderServer(200, answer)) {
            assertFails(new VonageSender(WRITER, server.base(), "key", "secret", "Shop"), false);
        }
    }

    @Test
    void a_webhook_gets_json() throws Exception {
        try (var server = new SmsProviderServer(204, "")) {
            new WebhookSender(writer("\"{{project}}\": {{otp}}"), server.base().resolve("/sms"), "Shop", "Bearer abc")
                    .send(LOGIN, VARIABLES);

            var request = server.received();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/sms");
            assertThat(request.authorization()).isEqualTo("Bearer abc");
            assertThat(request.contentType()).isEqualTo("application/json");
            assertThat(request.body())
                    .isEqualTo(
                            "{\"to\":\"+4915112345678\",\"message\":\"\\\"O'Neil & Co\\\": 042137\",\"from\":\"Shop\"}");
        }
    }

    @Test
    void a_webhook_can_be_called_without_credentials() throws Exception {
        try (var server = new SmsProviderServer(200, "")) {
            new WebhookSender(WRITER, server.base(), "Shop", null).send(LOGIN, VARIABLES);
            assertThat(server.received().authorization()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, false",
        "400, true",
        "401, false",
        "404, true",
        "408, false",
        "425, false",
        "429, false",
        "500, false",
        "503, false"
    })
    void permanent_client_errors_are_permanent_failures(int status, boolean isPermanent) {
        try (var server = new SmsProviderServer(status, CODE)) {
            assertFails(new WebhookSender(WRITER, server.base(), "Shop", null), isPermanent);
            assertFails(new TwilioSender(WRITER, server.base(), "AC1", "token", "Shop"), isPermanent);
            assertFails(new VonageSender(WRITER, server.base(), "key", "secret", "Shop"), isPermanent);
        }
    }

    @Test
    void an_unreachable_provider_is_a_transient_failure() {
        assertFails(new WebhookSender(WRITER, URI.create("http://localhost:1"), "Shop", null), false);
    }

    @Test
    void a_provider_that_does_not_reply_in_time_is_a_transient_failure() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var target = URI.create("http://localhost:" + silent.getLocalPort());
            assertThatExceptionOfType(UndeliverableException.class)
                    .isThrownBy(() -> new SmsHttpClient(Duration.ofMillis(300))
                            .send(HttpRequest.newBuilder(target).build()))
                    .withMessage("the SMS provider did not answer in time")
                    .matches(failure -> !failure.isPermanent());
        }
    }

    private static void assertFails(MessageSender messageSender, boolean isPermanent) {
        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> messageSender.send(LOGIN, VARIABLES))
                .satisfies(failure -> assertThat(failure.isPermanent()).isEqualTo(isPermanent))
                .satisfies(failure -> assertThat(getStackTrace(failure)).doesNotContain(CODE));
    }

    private static SmsWriter writer(String text) {
        var texts = Map.of(MessageType.PHONE_LOGIN, new Localized<>(Map.of("en", text)));
        return new SmsWriter(Map.of(SHOP, new ProjectSmsTemplates(texts)));
    }
}
