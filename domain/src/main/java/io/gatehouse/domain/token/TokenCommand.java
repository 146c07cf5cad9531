package io.gatehouse.domain.token;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.time.Instant;
import java.util.Set;

/** Everything one can ask of a token. */
public sealed interface TokenCommand {

    /**
     * @param owner whose token the presenter says it is
     * @param kinds those that will do
     */
    record RedeemToken(TokenId token, AccountId owner, Set<TokenKind> kinds, SecretDigest presented, Instant at)
            implements TokenCommand {}

    record RecordFailedAttempt(TokenId token, Instant at) implements TokenCommand {}

    record WithdrawToken(TokenId token, Reason reason, Instant at) implements TokenCommand {}

    record ExpireToken(TokenId token, Instant at) implements TokenCommand {}
}
