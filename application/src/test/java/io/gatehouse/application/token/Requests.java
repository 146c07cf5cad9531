package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.address;
import static io.gatehouse.application.InMemoryGatehouse.id;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.OvertakenEventStore;
import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.contact.SendPhoneVerification;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.password.RequestPasswordRecovery.Requested;
import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.domain.account.PhoneNumber;
import java.util.Locale;

/** Has something sent to people, as they or somebody else might ask for it. */
public final class Requests {

    public static final RedirectUrl URL = new RedirectUrl("https://app.example.com/back");
    public static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    static final MessagingAvailability OPEN = new MessagingAvailability(true, true);

    private final InMemoryGatehouse gatehouse;
    private final MessagingAvailability messaging;
    private final EventStore store;

    public Requests(InMemoryGatehouse gatehouse) {
        this(gatehouse, OPEN);
    }

    Requests(InMemoryGatehouse gatehouse, MessagingAvailability messaging) {
        this(gatehouse, messaging, gatehouse.store());
    }

    private Requests(InMemoryGatehouse gatehouse, MessagingAvailability messaging, EventStore store) {
        this.gatehouse = gatehouse;
        this.messaging = messaging;
        this.store = store;
    }

    /** @param meanwhile happens while the first request is on its way, after its user was looked up */
    Requests overtakenBy(Runnable meanwhile) {
        return new Requests(gatehouse, messaging, new OvertakenEventStore(store, meanwhile));
    }

    public IssuedToken emailCode(String user) {
        return emailCode(user, false);
    }

    IssuedToken emailCode(String user, boolean phrase) {
        var command = new SendEmailCode.Command(gatehouse.project(), id(user), address(user), phrase, Locale.ENGLISH);
        return new SendEmailCode(messaging, gatehouse.addressees(), gatehouse.mint(), gatehouse.letters(), store)
                .handle(command, OCCASION);
    }

    public IssuedToken magicUrl(String user) {
        return magicUrl(user, false);
    }

    IssuedToken magicUrl(String user, boolean phrase) {
        var command =
                new SendMagicLink.Command(gatehouse.project(), id(user), address(user), URL, phrase, Locale.ENGLISH);
        return new SendMagicLink(messaging, gatehouse.addressees(), gatehouse.mint(), gatehouse.letters(), store)
                .handle(command, OCCASION);
    }

    /** @param user if nobody has the number yet */
    public IssuedToken phoneCode(String user) {
        var command = new SendSmsCode.Command(gatehouse.project(), id(user), PHONE, Locale.ENGLISH);
        return new SendSmsCode(messaging, gatehouse.addressees(), gatehouse.mint(), gatehouse.letters(), store)
                .handle(command, OCCASION);
    }

    public IssuedToken recovery(String user) {
        return recovery(user, false).token();
    }

    Requested recovery(String user, boolean trusted) {
        var command =
                new RequestPasswordRecovery.Command(gatehouse.project(), address(user), URL, trusted, Locale.ENGLISH);
        return new RequestPasswordRecovery(
                        messaging, gatehouse.accounts(), gatehouse.mint(), gatehouse.letters(), store, gatehouse.ids())
                .handle(command, OCCASION);
    }

    public IssuedToken emailVerification(String user) {
        var command =
                new SendEmailVerification.Command(gatehouse.project(), gatehouse.view(id(user)), URL, Locale.ENGLISH);
        return new SendEmailVerification(messaging, gatehouse.mint(), gatehouse.letters(), store)
                .handle(command, OCCASION);
    }

    public IssuedToken phoneVerification(String user) {
        var command = new SendPhoneVerification.Command(gatehouse.project(), id(user), Locale.ENGLISH);
        return new SendPhoneVerification(messaging, gatehouse.mint(), gatehouse.letters(), store)
                .handle(command, OCCASION);
    }
}
