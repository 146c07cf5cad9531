package io.gatehouse.application.contact;

import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangePhone;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A change of e-mail address or phone number.
 *
 * @param providerType the type of the target that changes too, {@code email} or {@code sms}; a user has at most one of
 *     each
 * @param to the new address or number
 * @param obsolete accepts the kinds of token that were sent to the old address or number
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
