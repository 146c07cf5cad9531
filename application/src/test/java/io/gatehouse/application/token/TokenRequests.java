package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.OvertakenEventStore;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.StoredPhoneNumbers;
import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.contact.SendPhoneVerification;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.password.RequestPasswordRecovery.Requested;
import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.application.signin.SignInTokenSender;
import io.gatehouse.domain.account.PhoneNumber;

/** Requests tokens of every kind by their use cases. */
public final class TokenRequests {

    public static final RedirectUrl URL = new RedirectUrl("https://app.example.com/back");
    public static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    static final MessagingAvailability OPEN = new MessagingAvailability(true, true);

    private final InMemoryGatehouse gatehouse;
    private final MessagingAvailability messaging;
    private final EventStore store;

    public TokenRequests(InMemoryGatehouse gatehouse) {
        this(gatehouse, OPEN);
    }

    TokenRequests(InMemoryGatehouse gatehouse, MessagingAvailability messaging) {
        this(gatehouse, messaging, gatehouse.store());
    }

    private TokenRequests(InMemoryGatehouse gatehouse, MessagingAvailability messaging, EventStore store) {
        this.gatehouse = gatehouse;
        this.messaging = messaging;
        this.store = store;
    }

    /** @param concurrentRequest commits during the first request, after its user was looked up */
    TokenRequests overtakenBy(Runnable concurrentRequest) {
        return new TokenRequests(gatehouse, messaging, new OvertakenEventStore(store, concurrentRequest));
    }

    public IssuedToken emailCode(String user) {
        return emailCode(user, false);
    }

    IssuedToken emailCode(String user, boolean phrase) {
        var command = new SendEmailCode.Command(id(user), address(user), phrase);
        return new SendEmailCode(
                        messaging,
                        gatehouse.tokenOwners(),
                        gatehouse.tokenIssuer(),
                        gatehouse.composer(),
                        new SignInTokenSender(store))
                .handle(command, gatehouse.context());
    }

    public IssuedToken magicUrl(String user) {
        return magicUrl(user, false);
    }

    IssuedToken magicUrl(String user, boolean phrase) {
        var command = new SendMagicLink.Command(id(user), address(user), URL, phrase);
        return new SendMagicLink(
                        messaging,
                        gatehouse.tokenOwners(),
                        gatehouse.tokenIssuer(),
                        gatehouse.composer(),
                        new SignInTokenSender(store))
                .handle(command, gatehouse.context());
    }

    /** @param user of the account to create if the number is unknown */
    public IssuedToken phoneCode(String user) {
        var command = new SendSmsCode.Command(id(user), new PhoneInput(PHONE, PHONE));
        return new SendSmsCode(
                        messaging,
                        new StoredPhoneNumbers(gatehouse.accounts()),
                        gatehouse.tokenOwners(),
                        gatehouse.tokenIssuer(),
                        gatehouse.composer(),
                        new SignInTokenSender(store))
                .handle(command, gatehouse.context());
    }

    public IssuedToken recovery(String user) {
        return recovery(user, false).token();
    }

    Requested recovery(String user, boolean trusted) {
        var command = new RequestPasswordRecovery.Command(address(user), URL, trusted);
        return new RequestPasswordRecovery(
                        messaging,
                        gatehouse.accounts(),
                        gatehouse.tokenIssuer(),
                        gatehouse.composer(),
                        store,
                        gatehouse.ids())
                .handle(command, gatehouse.context());
    }

    public IssuedToken emailVerification(String user) {
        var command = new SendEmailVerification.Command(gatehouse.view(id(user)), URL);
        return new SendEmailVerification(messaging, gatehouse.tokenIssuer(), gatehouse.composer(), store)
                .handle(command, gatehouse.context());
    }

    public IssuedToken phoneVerification(String user) {
        var command = new SendPhoneVerification.Command(id(user));
        return new SendPhoneVerification(messaging, gatehouse.tokenIssuer(), gatehouse.composer(), store)
                .handle(command, gatehouse.context());
    }
}
