package io.gatehouse.domain.message;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.account.UserName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened on a message's way to a person. */
public sealed interface MessageEvent extends Event {

    /**
     * Holds all it takes to send the message. Its own ID is also the message's.
     *
     * @param projectName as texts call the project
     * @param locale a language tag such as {@code en} or {@code pt-br}
     * @param name whom it is addressed to; null where the bare address will do
     * @param subject the token, the challenge, for an alert the session, for a notice the user, that the message is about
     * @param variables what the text needs to know, sealed
     * @param expiresAt after which it is pointless to send it; null if it never is
     */
    record MessageRequested(
            AccountId account,
            String projectName,
            MessageType template,
            String locale,
            Recipient recipient,
            @Nullable UserName name,
            String subject,
            Ciphertext variables,
            @Nullable Instant expiresAt,
            Instant at)
            implements MessageEvent {}

    /** @param message the ID of the request */
    record MessageSent(AccountId account, String message, MessageType template, Instant at) implements MessageEvent {}

    /** It was not sent, because its token was used, withdrawn or expired before its turn came. */
    record MessageDiscarded(AccountId account, String message, MessageType template, Instant at)
            implements MessageEvent {}

    /** It was given up, and lies with the dead letters. */
    record MessageFailed(AccountId account, String message, MessageType template, Instant at) implements MessageEvent {}
}
