package io.gatehouse.domain.mfa.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.AuthenticatorAlreadyVerified;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ActivateAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.DeleteAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.ReplaceAuthenticator;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireUnverified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorCommand.RequireVerified;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorCreated;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorDeleted;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorEvent.AuthenticatorVerified;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AuthenticatorId ID = new AuthenticatorId(DEMO, "app");
    private static final AuthenticatorCreated CREATED =
            new AuthenticatorCreated(ALICE, ID, new Ciphertext("v1.abc"), NOON);
    private static final AuthenticatorVerified VERIFIED = new AuthenticatorVerified(ALICE, ID, NOON);
    private static final AuthenticatorDeleted DELETED = new AuthenticatorDeleted(ALICE, ID, NOON);
    private static final ActivateAuthenticator VERIFY = new ActivateAuthenticator(ALICE, ID, NOON);
    private static final ReplaceAuthenticator REPLACE = new ReplaceAuthenticator(ALICE, ID, NOON);
    private static final RequireVerified USE = new RequireVerified(ID);
    private static final DeleteAuthenticator DELETE = new DeleteAuthenticator(ALICE, ID, NOON);

    @Test
    void an_authenticator_is_verified_once() {
        given(CREATED).when(VERIFY).then(VERIFIED);
        given(CREATED, VERIFIED).when(VERIFY).thenRefused(new AuthenticatorAlreadyVerified());
    }

    @Test
    void a_code_is_accepted_for_verification_only_while_the_authenticator_is_unverified() {
        var check = new RequireUnverified();
        given(CREATED).when(check).thenNothingNew();
        given(CREATED, VERIFIED).when(check).thenRefused(new AuthenticatorAlreadyVerified());
        given().when(check).thenRefused(new AuthenticatorNotFound());
    }

    @Test
    void an_authenticator_can_be_used_only_once_it_is_verified() {
        given(CREATED).when(USE).thenRefused(new InvalidToken());
        given(CREATED, VERIFIED).when(USE).thenNothingNew();
    }

    @Test
    void only_an_unverified_authenticator_can_be_replaced() {
        given(CREATED).when(REPLACE).then(DELETED);
        given(CREATED, VERIFIED).when(REPLACE).thenRefused(new AuthenticatorAlreadyVerified());
    }

    @Test
    void an_authenticator_is_deleted_once_whether_verified_or_not() {
        given(CREATED).when(DELETE).then(DELETED);
        given(CREATED, VERIFIED).when(DELETE).then(DELETED);
        given(CREATED, VERIFIED, DELETED).when(DELETE).thenRefused(new AuthenticatorNotFound());
    }

    @Test
    void an_unknown_authenticator_cannot_be_verified_used_or_deleted_and_need_not_be_replaced() {
        given().when(VERIFY).thenRefused(new AuthenticatorNotFound());
        given().when(USE).thenRefused(new InvalidToken());
        given().when(DELETE).thenRefused(new AuthenticatorNotFound());
        given().when(REPLACE).thenNothingNew();
    }

    @Test
    void a_deleted_authenticator_is_unknown() {
        given(CREATED, DELETED).when(VERIFY).thenRefused(new AuthenticatorNotFound());
        given(CREATED, VERIFIED, DELETED).when(USE).thenRefused(new InvalidToken());
        given(CREATED, VERIFIED, DELETED).when(REPLACE).thenNothingNew();
    }

    @Test
    void the_stored_stream_type_is_authenticator() {
        assertThat(ID.streamType()).isEqualTo("authenticator");
    }

    private static Given<Authenticator, AuthenticatorCommand, AuthenticatorEvent> given(AuthenticatorEvent... history) {
        return Given.of(ID, List.of(history));
    }
}
