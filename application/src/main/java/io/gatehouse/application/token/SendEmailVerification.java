package io.gatehouse.application.token;

import io.gatehouse.application.AuditAction;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Project;
import io.gatehouse.application.RequestMetadata;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Letters.Envelope;
import io.gatehouse.domain.Refusal.EmailAlreadyVerified;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequestEmailVerification;
import io.gatehouse.domain.message.MessageType;
import java.util.Locale;
import java.util.Objects;

/** Mails a link that proves an address to be its reader's. */
public final class SendEmailVerification {

    private final Channels channels;
    private final TokenIssuer tokenIssuer;
    private final Letters letters;
    private final EventStore store;

    public SendEmailVerification(Channels channels, TokenIssuer tokenIssuer, Letters letters, EventStore store) {
        this.channels = channels;
        this.tokenIssuer = tokenIssuer;
        this.letters = letters;
        this.store = store;
    }

    /** @param url where the link leads */
    public record Command(Project project, AccountView account, RedirectUrl url, Locale locale) {}

    /**
     * @throws RefusedException with {@link MailIsOff}, {@link EmailNotFound} or {@link EmailAlreadyVerified}
     */
    public IssuedToken handle(Command command, RequestMetadata metadata) {
        channels.requireMail();
        var account = command.account().id();
        var token = tokenIssuer.emailVerification(command.project(), account);
        var link = command.url().with(token);
        var envelope = new Envelope(command.project(), command.locale());
        return store.transact(metadata.audited(AuditAction.VERIFICATION_CREATE), streams -> {
            var contacts = streams.execute(account, new RequestEmailVerification(account))
                    .contacts();
            var to = Objects.requireNonNull(contacts.email());
            streams.append(token.issued());
            streams.append(letters.link(
                    envelope,
                    token,
                    MessageType.VERIFICATION,
                    to,
                    command.account().name(),
                    link));
            return token;
        });
    }
}
