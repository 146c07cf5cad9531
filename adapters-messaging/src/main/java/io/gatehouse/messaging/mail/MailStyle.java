package io.gatehouse.messaging.mail;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.ByLocale;
import java.util.Map;
import java.util.Optional;

/** What a project's mails do differently: whom they come from, and what they say. */
public record MailStyle(Sender sender, Map<MessageType, ByLocale<CustomMail>> mails) {

    static final MailStyle BUILT_IN = new MailStyle(Sender.UNDECIDED, Map.of());

    public MailStyle {
        mails = Map.copyOf(mails);
    }

    CustomMail find(MessageType messageType, String locale) {
        return Optional.ofNullable(mails.get(messageType))
                .flatMap(versions -> versions.in(locale))
                .orElse(CustomMail.BUILT_IN);
    }
}
