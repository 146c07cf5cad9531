package io.gatehouse.application.session;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Recognises people by what they present. The most frequent question of all. */
public interface Callers {

    /** @return empty unless the secret belongs to a valid session of exactly that account */
    Optional<SignedIn> recognise(AccountId claimed, SecretDigest secret, Instant now);

    /** Who it is, and by which session. */
    record SignedIn(AccountView account, SessionView session) {}
}
