package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Text messages, and who sends them for us. */
public interface SmsConfig {

    /** Whether there are text messages at all. Unless said, where there is a provider or an inbox. */
    Optional<Boolean> enabled();

    Optional<SmsProvider> provider();

    /** The sender: a number in E.164, or a name where the provider allows it. */
    Optional<String> from();

    Webhook webhook();

    Twilio twilio();

    Vonage vonage();

    interface Webhook {
        Optional<String> url();

        /** Sent as the header of that name. */
        Optional<String> authorization();
    }

    interface Twilio {
        Optional<String> accountSid();

        Optional<String> authToken();

        @WithDefault("https://api.twilio.com")
        String url();
    }

    interface Vonage {
        Optional<String> apiKey();

        Optional<String> apiSecret();

        @WithDefault("https://rest.nexmo.com")
        String url();
    }

    /** Who sends text messages for us. */
    enum SmsProvider {
        TWILIO,
        VONAGE,
        WEBHOOK
    }
}
