package io.gatehouse.application.signin;

import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.signin.TokenOwnerResolver.TokenOwner;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.Refusal.UserCountExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.message.MessageType;

/** Sends a sign-in code by SMS. Creates an account if none has the phone number. */
public final class SendSmsCode {

    private final MessagingAvailability messaging;
    private final StoredPhoneNumbers storedNumbers;
    private final TokenOwnerResolver tokenOwnerResolver;
    private final TokenIssuer tokenIssuer;
    private final MessageComposer composer;
    private final SignInTokenSender sender;

    public SendSmsCode(
            MessagingAvailability messaging,
            StoredPhoneNumbers storedNumbers,
            TokenOwnerResolver tokenOwnerResolver,
            TokenIssuer tokenIssuer,
            MessageComposer composer,
            SignInTokenSender sender) {
        this.messaging = messaging;
        this.storedNumbers = storedNumbers;
        this.tokenOwnerResolver = tokenOwnerResolver;
        this.tokenIssuer = tokenIssuer;
        this.composer = composer;
        this.sender = sender;
    }

    /** @param newAccountId the ID of the account if it has to be created */
    public record Command(AccountId newAccountId, PhoneInput phone) {}

    /**
     * Sends nothing to test phone numbers: their code is fixed.
     *
     * @throws RefusedException with {@link SmsIsOff}; for a new account with {@link UserCountExceeded}, or
     *     {@link UserAlreadyExists} if the ID is taken
     */
    public IssuedToken handle(Command command, RequestContext context) {
        messaging.requireSms();
        var phone = storedNumbers.spelling(command.newAccountId().project(), command.phone());
        return tokenOwnerResolver.withOwner(
                context.project(), command.newAccountId(), phone, owner -> issue(phone, owner, context));
    }

    private IssuedToken issue(PhoneNumber phone, TokenOwner owner, RequestContext context) {
        var token = tokenIssuer.phoneCode(context.project(), owner.id(), phone);
        var message = context.project().policies().mockNumbers().containsKey(phone)
                ? null
                : composer.smsCode(context, MessageType.PHONE_LOGIN, token.subject(), token.secret(), phone);
        return sender.send(owner, token, message, context);
    }
}
