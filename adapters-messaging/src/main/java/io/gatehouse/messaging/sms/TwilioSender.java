package io.gatehouse.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Sends SMS with Twilio's Programmable Messaging API. */
public final class TwilioSender implements MessageSender {

    private final SmsHttpClient smsHttpClient = new SmsHttpClient();
    private final SmsWriter writer;
    private final URI messages;
    private final String authorization;
    private final String from;

    /**
     * @param base {@code https://api.twilio.com}, without a path
     * @param account the account's SID, which begins with {@code AC}
     * @param from a number in E.164 format, or a name, where the law allows one
     */
    public TwilioSender(SmsWriter writer, URI base, String account, String token, String from) {
        this.writer = writer;
        this.messages = base.resolve(String.format(Locale.ROOT, "/2010-04-01/Accounts/%s/Messages.json", account));
        this.authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString(String.format(Locale.ROOT, "%s:%s", account, token)
                                .getBytes(UTF_8));
        this.from = from;
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        var sms = writer.write(message, variables);
        var form = SmsHttpClient.formRequest(messages, Map.of("To", sms.to(), "From", from, "Body", sms.text()));
        smsHttpClient.send(form.header("Authorization", authorization).build());
    }
}
