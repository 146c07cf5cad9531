package io.gatehouse.application.contact;

import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangePhone;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Where a user moves.
 *
 * @param providerType of the target that moves along; a user has one of each at most
 * @param obsolete which tokens went to the old place
 */
record ContactChange(
        AccountCommand change, String providerType, Identifier to, Predicate<TokenKind> obsolete, Instant at) {

    static ContactChange to(ChangeEmail change) {
        var address = new Identifier(change.email().value());
        return new ContactChange(change, "email", address, TokenKind::isSentByEmail, change.at());
    }

    static ContactChange to(ChangePhone change) {
        var number = new Identifier(change.phone().value());
        return new ContactChange(change, "sms", number, kind -> !kind.isSentByEmail(), change.at());
    }
}
