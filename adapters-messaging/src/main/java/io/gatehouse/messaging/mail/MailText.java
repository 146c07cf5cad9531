package io.gatehouse.messaging.mail;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sentences of one mail, in reading order. */
record MailText(MessageType template, Language language, Map<String, String> values) {

    String subject() {
        return sayOwn("subject");
    }

    /** The text that mail clients show beside the subject. */
    String preview() {
        return isNotice() ? text("notice.preview") : sayOwn("preview");
    }

    String greeting() {
        return text(value("user").isBlank() ? "greeting.nameless" : "greeting");
    }

    String intro() {
        return sayOwn("intro");
    }

    /** Empty if the mail contains none. */
    String code() {
        return value("otp");
    }

    /** Empty if the mail contains none. */
    String link() {
        return value("redirect");
    }

    /** Empty if there is no link. */
    String button() {
        return link().isEmpty() ? "" : sayOwn("button");
    }

    /** Whether the mail only informs about a change, without a code or link. */
    boolean isNotice() {
        return code().isEmpty() && link().isEmpty();
    }

    /** The origin (device, IP address, country) by translated name, as far as the message contains it. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        Stream.of("device", "ipAddress", "country")
                .filter(values::containsKey)
                .forEach(name -> facts.put(text("notice." + name), value(name)));
        return facts;
    }

    List<String> closing() {
        return switch (template) {
            case MAGIC_SESSION -> text("validity.link", "client", "phrase", "ignore");
            case OTP_SESSION -> text("validity.code", "client", "phrase", "ignore");
            case MFA_CHALLENGE -> text("validity.code", "client", "intruder");
            case RECOVERY, VERIFICATION -> text("validity.link", "ignore");
            case PASSWORD_CHANGED, EMAIL_CHANGED -> List.of(text("notice.ours"), sayOwn("theirs"));
            case SESSION_ALERT,
                    NEW_DEVICE,
                    PHONE_CHANGED,
                    MFA_ENABLED,
                    MFA_DISABLED,
                    AUTHENTICATOR_ADDED,
                    AUTHENTICATOR_REMOVED,
                    RECOVERY_CODES_CHANGED -> text("notice.ours", "notice.theirs");
            case PHONE_LOGIN, PHONE_VERIFICATION, PHONE_CHALLENGE ->
                throw new IllegalArgumentException("not a mail: " + template);
        };
    }

    String text(String sentence) {
        return language.text(sentence, values);
    }

    /** Leaves out the sentence about the security phrase if none was requested. */
    private List<String> text(String... sentences) {
        return Stream.of(sentences)
                .filter(sentence ->
                        !sentence.equals("phrase") || !value("phrase").isEmpty())
                .map(this::text)
                .toList();
    }

    private String sayOwn(String sentence) {
        return text(template.apiName() + "." + sentence);
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Hides the content: codes and links must not get into logs. */
    @Override
    public String toString() {
        return "MailText[hidden]";
    }
}
