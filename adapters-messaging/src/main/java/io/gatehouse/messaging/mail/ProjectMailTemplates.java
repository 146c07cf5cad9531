package io.gatehouse.messaging.mail;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.Localized;
import java.util.Map;
import java.util.Optional;

/** The sender and the texts of a project's mails, as far as they differ from the built-in ones. */
public record ProjectMailTemplates(Sender sender, Map<MessageType, Localized<MailTemplate>> mails) {

    static final ProjectMailTemplates BUILT_IN = new ProjectMailTemplates(Sender.UNSET, Map.of());

    public ProjectMailTemplates {
        mails = Map.copyOf(mails);
    }

    MailTemplate find(MessageType messageType, String locale) {
        return Optional.ofNullable(mails.get(messageType))
                .flatMap(versions -> versions.find(locale))
                .orElse(MailTemplate.BUILT_IN);
    }
}
