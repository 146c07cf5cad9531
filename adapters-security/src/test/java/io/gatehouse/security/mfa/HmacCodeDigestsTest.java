package io.gatehouse.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.security.EncryptionKey;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class HmacCodeDigestsTest {

    private static final EncryptionKey NEW = EncryptionKey.parse("0f".repeat(32));
    private static final EncryptionKey OLD = EncryptionKey.parse("a5".repeat(32));
    private static final String SET = "680f4b030035eb7fad17";
    private static final Secret CODE = new Secret("123456");

    private final HmacCodeDigests digests = new HmacCodeDigests(List.of(NEW, OLD));
    private final HmacCodeDigests before = new HmacCodeDigests(List.of(OLD));

    /** Worked out with Python's hmac module, key derivation included. */
    @Test
    void a_code_given_out_by_an_earlier_release_is_still_recognised() {
        assertThat(digests.of(SET, CODE))
                .isEqualTo(new SecretDigest("7ef62c0ee36d5461fd805edef8ad1f6810546e99b246cd6f99b0ae9406a02562"));
    }

    @Test
    void other_codes_have_other_digests() {
        assertThat(digests.of(SET, CODE)).isNotEqualTo(digests.of(SET, new Secret("123457")));
    }

    @Test
    void the_same_code_for_something_else_has_another_digest() {
        assertThat(digests.of(SET, CODE)).isNotEqualTo(digests.of("another", CODE));
    }

    @Test
    void without_the_key_nobody_can_work_out_the_digest_of_a_code() {
        assertThat(digests.of(SET, CODE)).isNotEqualTo(CODE.digest()).isNotEqualTo(before.of(SET, CODE));
    }

    @Test
    void a_typed_code_is_digested_under_every_key_the_current_one_first() {
        assertThat(digests.candidates(SET, CODE)).containsExactly(digests.of(SET, CODE), before.of(SET, CODE));
    }

    @Test
    void a_code_digested_before_the_keys_were_replaced_is_still_recognised() {
        assertThat(digests.candidates(SET, CODE)).contains(before.of(SET, CODE));
        assertThat(before.candidates(SET, CODE)).doesNotContain(digests.of(SET, CODE));
    }

    @Test
    void there_must_be_a_key() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new HmacCodeDigests(List.of()));
    }
}
