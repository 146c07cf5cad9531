package io.gatehouse.domain.token;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.time.Instant;
import java.util.Set;

/** All commands to a token. */
public sealed interface TokenCommand {

    /**
     * @param owner the user named in the request
     * @param acceptedKinds what the operation accepts: tokens for sign-in, for recovery or for verification
     * @param presentedSecret digest of the secret in the request
     */
    record RedeemToken(
            TokenId token, AccountId owner, Set<TokenKind> acceptedKinds, SecretDigest presentedSecret, Instant at)
            implements TokenCommand {}

    /** A wrong code was presented where this token would have been accepted. The tenth withdraws the token. */
    record RecordFailedAttempt(TokenId token, Instant at) implements TokenCommand {}

    record WithdrawToken(TokenId token, Reason reason, Instant at) implements TokenCommand {}

    record ExpireToken(TokenId token, Instant at) implements TokenCommand {}
}
