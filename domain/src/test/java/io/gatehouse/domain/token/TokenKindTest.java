package io.gatehouse.domain.token;

import static io.gatehouse.domain.token.TokenKind.EMAIL_CODE;
import static io.gatehouse.domain.token.TokenKind.EMAIL_VERIFICATION;
import static io.gatehouse.domain.token.TokenKind.MAGIC_URL;
import static io.gatehouse.domain.token.TokenKind.PHONE_CODE;
import static io.gatehouse.domain.token.TokenKind.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenKindTest {

    @Test
    void only_codes_can_be_guessed() {
        assertThat(kinds(TokenKind::isGuessable)).containsExactly(EMAIL_CODE, PHONE_CODE);
    }

    @Test
    void a_magic_link_and_both_codes_sign_in() {
        assertThat(kinds(TokenKind::opensSession)).containsExactly(MAGIC_URL, EMAIL_CODE, PHONE_CODE);
    }

    @Test
    void all_but_the_code_for_a_phone_are_sent_by_email() {
        assertThat(kinds(TokenKind::isSentByEmail))
                .containsExactly(MAGIC_URL, EMAIL_CODE, RECOVERY, EMAIL_VERIFICATION);
    }

    private static Stream<TokenKind> kinds(Predicate<TokenKind> rule) {
        return Stream.of(TokenKind.values()).filter(rule);
    }
}
