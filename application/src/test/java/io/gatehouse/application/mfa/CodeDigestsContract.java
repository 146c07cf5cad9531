package io.gatehouse.application.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import org.junit.jupiter.api.Test;

/** Every promise of {@link CodeDigests}. */
public abstract class CodeDigestsContract {

    private static final String SUBJECT = "680f4b030035eb7fad17";
    private static final Secret CODE = new Secret("123456");

    /** @return digests under two keys: a current one, and the key of {@link #digestsBeforeRotation()} */
    protected abstract CodeDigests digests();

    /** @return digests under the older of the two keys alone */
    protected abstract CodeDigests digestsBeforeRotation();

    @Test
    void a_digest_is_64_lower_case_hexadecimal_digits() {
        assertThat(digests().of(SUBJECT, CODE).value()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_same_code_for_the_same_subject_has_the_same_digest() {
        assertThat(digests().of(SUBJECT, CODE)).isEqualTo(digests().of(SUBJECT, new Secret("123456")));
    }

    @Test
    void another_code_has_another_digest() {
        assertThat(digests().of(SUBJECT, CODE)).isNotEqualTo(digests().of(SUBJECT, new Secret("123457")));
    }

    @Test
    void the_same_code_for_another_subject_has_another_digest() {
        assertThat(digests().of(SUBJECT, CODE)).isNotEqualTo(digests().of("another", CODE));
        assertThat(digests().of("a", new Secret("bc"))).isNotEqualTo(digests().of("ab", new Secret("c")));
    }

    @Test
    void a_digest_depends_on_a_key() {
        assertThat(digests().of(SUBJECT, CODE))
                .isNotEqualTo(CODE.digest())
                .isNotEqualTo(digestsBeforeRotation().of(SUBJECT, CODE));
    }

    @Test
    void the_candidates_of_a_code_are_its_digests_under_every_key() {
        assertThat(digests().candidates(SUBJECT, CODE))
                .containsExactlyInAnyOrder(
                        digests().of(SUBJECT, CODE), digestsBeforeRotation().of(SUBJECT, CODE));
    }

    @Test
    void a_code_is_not_recognised_under_a_key_that_is_not_held() {
        assertThat(digestsBeforeRotation().candidates(SUBJECT, CODE))
                .containsExactly(digestsBeforeRotation().of(SUBJECT, CODE));
    }

    @Test
    void a_wrong_code_and_a_wrong_subject_are_not_recognised() {
        var digest = digests().of(SUBJECT, CODE);
        assertThat(digests().candidates(SUBJECT, new Secret("123457"))).doesNotContain(digest);
        assertThat(digests().candidates("another", CODE)).doesNotContain(digest);
    }
}
