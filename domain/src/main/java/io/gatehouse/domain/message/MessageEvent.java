package io.gatehouse.domain.message;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a message. */
public sealed interface MessageEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /**
     * Holds everything needed to send the message. The ID of the event is also the ID of the message.
     *
     * @param projectName the display name of the project, for the text
     * @param locale a language tag such as {@code en} or {@code pt-br}
     * @param name the display name of the recipient; null for the bare address
     * @param subject the ID of what the message is about: token, challenge, session (alerts) or user (notices)
     * @param variables the template variables, encrypted
     * @param expiresAt the last instant at which sending it is useful; null if it does not expire
     */
    record MessageRequested(
            AccountId account,
            String projectName,
            MessageType template,
            String locale,
            Recipient recipient,
            @Nullable DisplayName name,
            String subject,
            Ciphertext variables,
            @Nullable Instant expiresAt,
            Instant at)
            implements MessageEvent {}

    /** @param message the ID of the request */
    record MessageSent(AccountId account, String message, MessageType template, Instant at) implements MessageEvent {}

    /** It was not sent, because its token or challenge was used, was withdrawn or had expired. */
    record MessageDiscarded(AccountId account, String message, MessageType template, Instant at)
            implements MessageEvent {}

    /** Sending it was abandoned, and it was moved to the dead letters. */
    record MessageFailed(AccountId account, String message, MessageType template, Instant at) implements MessageEvent {}
}
