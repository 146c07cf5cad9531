package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void the_digest_of_a_secret_is_its_sha_256() {
        var ofAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, appendix B.1
        assertThat(new Secret("abc").digest()).isEqualTo(new SecretDigest(ofAbc));
    }

    @Test
    void a_digest_equals_that_of_the_same_secret_only() {
        assertThat(new Secret("abc").digest().matches(new Secret("abc").digest()))
                .isTrue();
        assertThat(new Secret("abc").digest().matches(new Secret("abd").digest()))
                .isFalse();
    }

    @Test
    void the_texts_of_secrets_and_digests_are_hidden() {
        var secret = new Secret("abc");
        assertThat(secret).hasToString("Secret[hidden]");
        assertThat(secret.digest()).hasToString("SecretDigest[hidden]");
    }
}
