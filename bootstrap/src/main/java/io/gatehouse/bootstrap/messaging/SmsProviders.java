package io.gatehouse.bootstrap.messaging;

import io.gatehouse.application.message.MessageSender;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.SmsConfig;
import io.gatehouse.messaging.sms.SmsWriter;
import io.gatehouse.messaging.sms.TwilioSender;
import io.gatehouse.messaging.sms.VonageSender;
import io.gatehouse.messaging.sms.WebhookSender;
import java.net.URI;
import java.util.Optional;

/** Creates the sender for the configured SMS provider. */
public final class SmsProviders {

    private SmsProviders() {}

    /** @return empty if none is configured */
    public static Optional<MessageSender> configured(SmsConfig config, SmsWriter writer) {
        return config.provider().map(provider -> switch (provider) {
            case TWILIO -> twilio(config, writer);
            case VONAGE -> vonage(config, writer);
            case WEBHOOK -> webhook(config, writer);
        });
    }

    private static MessageSender twilio(SmsConfig config, SmsWriter writer) {
        var twilio = config.twilio();
        return new TwilioSender(
                writer,
                URI.create(twilio.url()),
                required(twilio.accountSid(), "twilio.account-sid"),
                required(twilio.authToken(), "twilio.auth-token"),
                required(config.from(), "from"));
    }

    private static MessageSender vonage(SmsConfig config, SmsWriter writer) {
        var vonage = config.vonage();
        return new VonageSender(
                writer,
                URI.create(vonage.url()),
                required(vonage.apiKey(), "vonage.api-key"),
                required(vonage.apiSecret(), "vonage.api-secret"),
                required(config.from(), "from"));
    }

    private static MessageSender webhook(SmsConfig config, SmsWriter writer) {
        var webhook = config.webhook();
        return new WebhookSender(
                writer,
                URI.create(required(webhook.url(), "webhook.url")),
                config.from().orElse(""),
                webhook.authorization().orElse(null));
    }

    private static String required(Optional<String> value, String property) {
        return value.orElseThrow(() -> new InvalidConfigurationException("gatehouse.sms." + property + " is missing"));
    }
}
