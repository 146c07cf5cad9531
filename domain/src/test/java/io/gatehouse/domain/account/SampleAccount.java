package io.gatehouse.domain.account;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.UserBlocked;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import java.time.Instant;
import java.util.List;

/** Events and values of Alice's account that several tests use. */
final class SampleAccount {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final AccountId ID = new AccountId(new ProjectId("demo"), "alice");
    static final EmailAddress EMAIL = new EmailAddress("alice@example.com");
    static final EmailAddress ELSEWHERE = new EmailAddress("alice@example.org");
    static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");
    static final PhoneNumber OTHER_PHONE = new PhoneNumber("+33612345678");
    static final DisplayName NAME = new DisplayName("Alice");
    static final PasswordHash HASH = new PasswordHash("$argon2id$old");
    static final PasswordHash NEWER = new PasswordHash("$argon2id$new");
    static final UserCreated ALICE = new UserCreated(ID, EMAIL, HASH, NAME, NOON);
    static final UserCreated WITHOUT_PASSWORD = new UserCreated(ID, EMAIL, null, NAME, NOON);
    static final UserCreated ANONYMOUS = new UserCreated(ID, null, null, null, NOON);
    static final PhoneChanged WITH_PHONE = new PhoneChanged(ID, PHONE, NOON);
    static final EmailVerified EMAIL_VERIFIED = new EmailVerified(ID, NOON);
    static final PhoneVerified PHONE_VERIFIED = new PhoneVerified(ID, NOON);
    static final UserBlocked BLOCKED = new UserBlocked(ID, NOON);
    static final UserDeleted DELETED = new UserDeleted(ID, NOON);

    private SampleAccount() {}

    static Given<Account, AccountCommand, AccountEvent> given(AccountEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
