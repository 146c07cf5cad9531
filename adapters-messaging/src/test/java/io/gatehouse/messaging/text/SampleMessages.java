package io.gatehouse.messaging.text;

import io.gatehouse.application.message.Message;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages to Alice, with the variables of each template. */
public final class SampleMessages {

    public static final ProjectId SHOP = new ProjectId("shop");
    public static final String PROJECT_NAME = "O'Neil & Co";
    public static final String ADDRESS = "alice@example.com";
    public static final String CODE = "042137";
    public static final String LINK =
            "https://app.example.com/in?to=1&userId=alice&secret=5f&expire=2026-03-01T13%3A00%3A00.000%2B00%3A00#a";
    public static final String PHRASE = "Golden Fox";
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:05Z");

    /** Supported languages, and some locales that fall back to one of them. */
    public static final List<String> LOCALES = List.of(
            "en", "en-gb", "ar", "ar-ae", "de", "de-at", "es", "fa", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt",
            "pt-br", "pt-pt", "ru", "sv", "tr", "uk", "ur", "zh-cn", "zh-tw", "fi");

    private SampleMessages() {}

    public static Message message(MessageType messageType, String locale) {
        return message(messageType, locale, null);
    }

    public static Message message(MessageType messageType, String locale, @Nullable String name) {
        var recipient = messageType.channel() == MessageType.Channel.SMS ? "+4915112345678" : ADDRESS;
        var request = new MessageRequested(
                new AccountId(SHOP, "alice"),
                PROJECT_NAME,
                messageType,
                locale,
                new Recipient(recipient),
                name == null ? null : new DisplayName(name),
                "token-1",
                new Ciphertext(""),
                null,
                NOON);
        return new Message("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", "request-1", request);
    }

    public static Map<String, String> variables(MessageType messageType) {
        return switch (messageType) {
            case MAGIC_SESSION -> with(requester(), "redirect", LINK, "phrase", PHRASE, "validMinutes", "60");
            case OTP_SESSION -> with(requester(), "otp", CODE, "phrase", "", "validMinutes", "15");
            case RECOVERY -> Map.of("user", "Alice", "redirect", LINK, "validMinutes", "60");
            case VERIFICATION -> Map.of("user", "Alice", "redirect", LINK, "validMinutes", "10080");
            case MFA_CHALLENGE -> with(requester(), "otp", CODE, "validMinutes", "60");
            case SESSION_ALERT, NEW_DEVICE -> with(change(), "signedInAt", NOON.toString());
            case PASSWORD_CHANGED,
                    EMAIL_CHANGED,
                    PHONE_CHANGED,
                    MFA_ENABLED,
                    MFA_DISABLED,
                    AUTHENTICATOR_ADDED,
                    AUTHENTICATOR_REMOVED,
                    RECOVERY_CODES_CHANGED -> change();
            case PHONE_LOGIN, PHONE_VERIFICATION -> Map.of("otp", CODE, "validMinutes", "15");
            case PHONE_CHALLENGE -> Map.of("otp", CODE, "validMinutes", "60");
        };
    }

    /** @param more a name, its value, the next name … */
    public static Map<String, String> with(Map<String, String> variables, String... more) {
        var all = new HashMap<>(variables);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, String> requester() {
        return Map.of("user", "Alice", "agentClient", "Firefox", "agentOs", "Windows", "agentDevice", "UNKNOWN");
    }

    private static Map<String, String> change() {
        return with(
                Map.of("user", "Alice", "device", "Firefox", "ipAddress", "203.0.113.9"),
                "countryCode",
                "ch",
                "country",
                "Switzerland");
    }
}
