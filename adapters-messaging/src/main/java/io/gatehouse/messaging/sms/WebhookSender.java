package io.gatehouse.messaging.sms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends SMS as JSON to a URL that the operator configures. */
public final class WebhookSender implements MessageSender {

    private final SmsHttpClient smsHttpClient = new SmsHttpClient();
    private final SmsWriter writer;
    private final HttpRequest.Builder post;
    private final String from;

    /** @param authorization value of the header of that name; null to send none */
    public WebhookSender(SmsWriter writer, URI target, String from, @Nullable String authorization) {
        this.writer = writer;
        this.from = from;
        this.post = HttpRequest.newBuilder(target).header("Content-Type", "application/json");
        if (authorization != null) {
            post.header("Authorization", authorization);
        }
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        var json = json(writer.write(message, variables));
        smsHttpClient.send(post.copy().POST(BodyPublishers.ofString(json)).build());
    }

    private String json(Sms sms) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("to", sms.to())
                .put("message", sms.text())
                .put("from", from)
                .toString();
    }
}
