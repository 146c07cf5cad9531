package io.gatehouse.messaging.mail;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.ByLocale;
import java.util.Map;
import java.util.Optional;

/** What a project's mails do differently: whom they come from, and what they say. */
public record ProjectMailTemplates(Sender sender, Map<MessageType, ByLocale<MailTemplate>> mails) {

    static final ProjectMailTemplates BUILT_IN = new ProjectMailTemplates(Sender.UNDECIDED, Map.of());

    public ProjectMailTemplates {
        mails = Map.copyOf(mails);
    }

    MailTemplate find(MessageType messageType, String locale) {
        return Optional.ofNullable(mails.get(messageType))
                .flatMap(versions -> versions.in(locale))
                .orElse(MailTemplate.BUILT_IN);
    }
}
