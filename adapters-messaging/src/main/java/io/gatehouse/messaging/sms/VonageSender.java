package io.gatehouse.messaging.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sends SMS with Vonage's SMS API, which answers 200 even if it refuses a message. */
public final class VonageSender implements MessageSender {

    private static final String ACCEPTED = "0";

    /** Throttled, internal error, no credit, too many connections: Vonage's documentation says to retry later. */
    private static final Set<String> TRANSIENT_FAILURES = Set.of("1", "5", "9", "10");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmsHttpClient smsHttpClient = new SmsHttpClient();
    private final SmsWriter writer;
    private final URI messages;
    private final String key;
    private final String secret;
    private final String from;

    /**
     * @param base {@code https://rest.nexmo.com}, without a path
     * @param from a number in E.164 format, or a name, where the law allows one
     */
    public VonageSender(SmsWriter writer, URI base, String key, String secret, String from) {
        this.writer = writer;
        this.messages = base.resolve("/sms/json");
        this.key = key;
        this.secret = secret;
        this.from = withoutPlus(from);
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        var answer = smsHttpClient.send(SmsHttpClient.formRequest(messages, fields(writer.write(message, variables)))
                .build());
        for (var part : parts(answer)) {
            requireAccepted(part.path("status").asText());
        }
    }

    private Map<String, String> fields(Sms sms) {
        var fields = new HashMap<>(Map.of("api_key", key, "api_secret", secret, "from", from));
        fields.put("to", withoutPlus(sms.to()));
        fields.put("text", sms.text());
        if (!Gsm7.canEncode(sms.text())) {
            fields.put("type", "unicode");
        }
        return fields;
    }

    /** A long text is sent in several parts, each with a status. */
    private static JsonNode parts(String answer) throws UndeliverableException {
        try {
            var parts = JSON.readTree(answer).path("messages");
            if (!parts.isEmpty()) {
                return parts;
            }
        } catch (JsonProcessingException notJson) {
            // Dropped, because its message would quote the answer.
        }
        throw UndeliverableException.transientFailure("the SMS provider's answer is malformed", null);
    }

    private static void requireAccepted(String status) throws UndeliverableException {
        var reason = "the SMS provider answered 200 with status " + status;
        if (TRANSIENT_FAILURES.contains(status)) {
            throw UndeliverableException.transientFailure(reason, null);
        }
        if (!status.equals(ACCEPTED)) {
            throw UndeliverableException.permanentFailure(reason, null);
        }
    }

    private static String withoutPlus(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }
}
