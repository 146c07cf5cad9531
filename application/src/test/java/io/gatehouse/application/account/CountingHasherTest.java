package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.account.PlainPassword;
import org.junit.jupiter.api.Test;

class CountingHasherTest extends PasswordHasherContract {

    private final CountingHasher hasher = new CountingHasher();

    @Override
    protected PasswordHasher hasher() {
        return hasher;
    }

    @Override
    protected PasswordHasher strongerHasher() {
        var stronger = new CountingHasher();
        stronger.strengthen();
        return stronger;
    }

    @Override
    protected PasswordHasher overloadedHasher() {
        var overloaded = new CountingHasher();
        overloaded.overload();
        return overloaded;
    }

    @Test
    void a_comparison_with_a_decomposed_password_computes_two_hashes_whatever_it_is_compared_with() {
        var password = new PlainPassword("cre\u0300me bru\u0302le\u0301e");
        hasher.matches(password, hasher.hash(password));
        assertThat(hasher.computed()).isEqualTo(1 + 2);
        hasher.matches(password, null);
        assertThat(hasher.computed()).isEqualTo(1 + 2 + 2);
    }

    @Test
    void a_comparison_with_null_computes_as_many_hashes_as_one_with_a_hash() {
        var password = new PlainPassword("correct horse");
        var hash = hasher.hash(password);
        assertThat(hasher.computed()).isEqualTo(1);
        hasher.matches(password, hash);
        assertThat(hasher.computed()).isEqualTo(2);
        hasher.matches(password, null);
        assertThat(hasher.computed()).isEqualTo(3);
    }
}
