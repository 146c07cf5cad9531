package io.gatehouse.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTermsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant TOO_LATE = MIDNIGHT.plusNanos(1);
    private static final SecretDigest RIGHT = new Secret("123456").digest();
    private static final SecretDigest WRONG = new Secret("654321").digest();
    private static final Set<TokenKind> CODES = Set.of(TokenKind.EMAIL_CODE, TokenKind.PHONE_CODE);

    private final TokenTerms terms = new TokenTerms(TokenKind.EMAIL_CODE, RIGHT, MIDNIGHT);

    @Test
    void the_right_secret_of_an_accepted_kind_meets_the_terms_until_they_expire() {
        assertThat(terms.areMetBy(CODES, RIGHT, MIDNIGHT)).isTrue();
        assertThat(terms.areMetBy(CODES, RIGHT, TOO_LATE)).isFalse();
        assertThat(terms.areMetBy(CODES, WRONG, MIDNIGHT)).isFalse();
        assertThat(terms.areMetBy(Set.of(TokenKind.RECOVERY), RIGHT, MIDNIGHT)).isFalse();
    }

    @Test
    void a_wrong_secret_counts_against_valid_tokens_of_an_accepted_kind() {
        assertThat(terms.areFailedBy(CODES, WRONG, MIDNIGHT)).isTrue();
        assertThat(terms.areFailedBy(CODES, RIGHT, MIDNIGHT)).isFalse();
        assertThat(terms.areFailedBy(CODES, WRONG, TOO_LATE)).isFalse();
        assertThat(terms.areFailedBy(Set.of(TokenKind.RECOVERY), WRONG, MIDNIGHT))
                .isFalse();
    }
}
