package io.gatehouse.bootstrap.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** SMS, and the provider that sends them. */
public interface SmsConfig {

    /** Whether SMS are sent. Default: {@code true} if a provider is configured or there is an inbox. */
    Optional<Boolean> enabled();

    Optional<SmsProvider> provider();

    /** The sender: a number in E.164 or, if the provider allows it, a name. */
    Optional<String> from();

    Webhook webhook();

    Twilio twilio();

    Vonage vonage();

    interface Webhook {
        Optional<String> url();

        /** The value of the header {@code Authorization}. Default: the header is not sent. */
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

    /** The supported SMS providers. */
    enum SmsProvider {
        TWILIO,
        VONAGE,
        WEBHOOK
    }
}
