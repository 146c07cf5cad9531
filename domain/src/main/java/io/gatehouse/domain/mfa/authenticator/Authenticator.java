package io.gatehouse.domain.mfa.authenticator;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ActivateAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.DeleteAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ReplaceAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireUnverified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;

/** The state of an authenticator app, folded from its events. It is no second factor until it is verified. */
public sealed interface Authenticator extends Aggregate<Authenticator, AuthenticatorCommand, AuthenticatorEvent> {

    /** Never created, or deleted. */
    record Absent() implements Authenticator {}

    record Unverified() implements Authenticator {}

    record Verified() implements Authenticator {}

    @Override
    default Decision<AuthenticatorEvent> decide(AuthenticatorCommand command) {
        return switch (command) {
            case ActivateAuthenticator c -> activate(c);
            case ReplaceAuthenticator c -> replace(c);
            case RequireUnverified _ -> requireUnverified();
            case RequireVerified _ -> requireVerified();
            case DeleteAuthenticator c -> delete(c);
        };
    }

    @Override
    default Authenticator evolve(AuthenticatorEvent event) {
        return switch (event) {
            case AuthenticatorCreated _ -> new Unverified();
            case AuthenticatorVerified _ -> new Verified();
            case AuthenticatorDeleted _ -> new Absent();
        };
    }

    private Decision<AuthenticatorEvent> activate(ActivateAuthenticator c) {
        return switch (this) {
            case Absent _ -> refuse(new AuthenticatorNotFound());
            case Unverified _ -> accept(new AuthenticatorVerified(c.account(), c.authenticator(), c.at()));
            case Verified _ -> refuse(new AuthenticatorAlreadyVerified());
        };
    }

    private Decision<AuthenticatorEvent> replace(ReplaceAuthenticator c) {
        return switch (this) {
            case Absent _ -> accept();
            case Unverified _ -> accept(new AuthenticatorDeleted(c.account(), c.authenticator(), c.at()));
            case Verified _ -> refuse(new AuthenticatorAlreadyVerified());
        };
    }

    private Decision<AuthenticatorEvent> requireUnverified() {
        return switch (this) {
            case Absent _ -> refuse(new AuthenticatorNotFound());
            case Unverified _ -> accept();
            case Verified _ -> refuse(new AuthenticatorAlreadyVerified());
        };
    }

    private Decision<AuthenticatorEvent> requireVerified() {
        return switch (this) {
            case Absent _, Unverified _ -> refuse(new InvalidToken());
            case Verified _ -> accept();
        };
    }

    private Decision<AuthenticatorEvent> delete(DeleteAuthenticator c) {
        return switch (this) {
            case Absent _ -> refuse(new AuthenticatorNotFound());
            case Unverified _, Verified _ -> accept(new AuthenticatorDeleted(c.account(), c.authenticator(), c.at()));
        };
    }
}
