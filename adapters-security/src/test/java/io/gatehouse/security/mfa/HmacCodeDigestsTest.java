package io.gatehouse.security.mfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.CodeDigestsContract;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.security.EncryptionKey;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class HmacCodeDigestsTest extends CodeDigestsContract {

    private static final EncryptionKey NEW = EncryptionKey.parse("0f".repeat(32));
    private static final EncryptionKey OLD = EncryptionKey.parse("a5".repeat(32));
    private static final String SET = "680f4b030035eb7fad17";
    private static final Secret CODE = new Secret("123456");

    private final HmacCodeDigests digests = new HmacCodeDigests(List.of(NEW, OLD));
    private final HmacCodeDigests before = new HmacCodeDigests(List.of(OLD));

    @Override
    protected CodeDigests digests() {
        return digests;
    }

    @Override
    protected CodeDigests digestsBeforeRotation() {
        return before;
    }

    /** Computed with Python's hmac module, key derivation included. */
    @Test
    void a_code_given_out_by_an_earlier_release_is_still_recognised() {
        assertThat(digests.of(SET, CODE))
                .isEqualTo(new SecretDigest("7ef62c0ee36d5461fd805edef8ad1f6810546e99b246cd6f99b0ae9406a02562"));
    }

    @Test
    void candidates_begin_with_the_digest_under_the_current_key() {
        assertThat(digests.candidates(SET, CODE)).containsExactly(digests.of(SET, CODE), before.of(SET, CODE));
    }

    @Test
    void there_must_be_a_key() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> new HmacCodeDigests(List.of()));
    }
}
