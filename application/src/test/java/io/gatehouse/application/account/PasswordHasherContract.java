package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Refusal.Overloaded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link PasswordHasher}. */
public abstract class PasswordHasherContract {

    private static final PlainPassword PASSWORD = new PlainPassword("correct horse battery staple");
    private static final PlainPassword OTHER = new PlainPassword("wrong horse battery staple");

    private static final PlainPassword COMPOSED = new PlainPassword("cr\u00E8me br\u00FBl\u00E9e");
    private static final PlainPassword DECOMPOSED = new PlainPassword("cre\u0300me bru\u0302le\u0301e");

    protected abstract PasswordHasher hasher();

    /** @return a hasher with other parameters than {@link #hasher()} */
    protected abstract PasswordHasher strongerHasher();

    /** @return a hasher that too many callers wait for already */
    protected abstract PasswordHasher overloadedHasher();

    @Test
    void a_password_matches_its_own_hash_only() {
        var hash = hasher().hash(PASSWORD);
        assertThat(hasher().matches(PASSWORD, hash)).isTrue();
        assertThat(hasher().matches(OTHER, hash)).isFalse();
    }

    @Test
    void a_password_matches_however_its_characters_are_typed() {
        assertThat(hasher().matches(DECOMPOSED, hasher().hash(COMPOSED))).isTrue();
        assertThat(hasher().matches(COMPOSED, hasher().hash(DECOMPOSED))).isTrue();
        assertThat(hasher().matches(DECOMPOSED, hasher().hash(DECOMPOSED))).isTrue();
        assertThat(hasher().matches(new PlainPassword("creme brulee"), hasher().hash(COMPOSED)))
                .isFalse();
        assertThat(hasher().isOutdated(hasher().hash(DECOMPOSED))).isFalse();
    }

    @Test
    void a_hash_does_not_contain_the_password() {
        assertThat(hasher().hash(PASSWORD).value()).doesNotContain(PASSWORD.value());
    }

    @Test
    void no_password_matches_null() {
        assertThat(hasher().matches(PASSWORD, null)).isFalse();
        assertThat(hasher().matches(new PlainPassword(""), null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery staple",
                "$2y$10$nOUIs5kJ7naTuTFkBy1veuK0kSxUFXfuaOKdOKf9xYT0KKIGSJwFa",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=1,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQxx$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
                "$argon2id$v=19$m=99999999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void a_malformed_hash_matches_no_password_and_is_outdated(String malformed) {
        assertThat(hasher().matches(PASSWORD, new PasswordHash(malformed))).isFalse();
        assertThat(hasher().isOutdated(new PasswordHash(malformed))).isTrue();
    }

    @Test
    void a_hash_made_with_other_parameters_is_outdated_and_still_matches() {
        var hash = hasher().hash(PASSWORD);
        assertThat(hasher().isOutdated(hash)).isFalse();
        var stronger = strongerHasher();
        assertThat(stronger.isOutdated(hash)).isTrue();
        assertThat(stronger.matches(PASSWORD, hash)).isTrue();
        assertThat(stronger.isOutdated(stronger.hash(PASSWORD))).isFalse();
    }

    @Test
    void when_too_many_callers_wait_the_next_one_is_refused() {
        var hash = hasher().hash(PASSWORD);
        var overloaded = overloadedHasher();
        assertOverloaded(() -> overloaded.hash(PASSWORD));
        assertOverloaded(() -> overloaded.matches(PASSWORD, hash));
        assertOverloaded(() -> overloaded.matches(PASSWORD, null));
    }

    @Test
    void an_overloaded_hasher_still_recognises_outdated_hashes() {
        var hash = hasher().hash(PASSWORD);
        assertThat(overloadedHasher().isOutdated(hash)).isFalse();
    }

    private static void assertOverloaded(ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .extracting(RefusedException::refusal)
                .isInstanceOf(Overloaded.class);
    }
}
