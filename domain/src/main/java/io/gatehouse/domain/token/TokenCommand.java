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
     * @param kinds the kinds that the purpose accepts
     */
    record RedeemToken(TokenId token, AccountId owner, Set<TokenKind> kinds, SecretDigest presented, Instant at)
            implements TokenCommand {}

    record RecordFailedAttempt(TokenId token, Instant at) implements TokenCommand {}

    record WithdrawToken(TokenId token, Reason reason, Instant at) implements TokenCommand {}

    record ExpireToken(TokenId token, Instant at) implements TokenCommand {}
}
