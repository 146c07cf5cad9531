package io.gatehouse.rest.token;

import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.PROJECT;
import static io.gatehouse.rest.RestFixtures.SETTINGS;
import static io.gatehouse.rest.RestFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.PasswordMismatch;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.contact.TokenRedemptionBody;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.password.NewPasswordBody;
import io.gatehouse.rest.password.RecoveryBody;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.signin.EmailTokenBody;
import io.gatehouse.rest.signin.MagicUrlTokenBody;
import io.gatehouse.rest.signin.PhoneTokenBody;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenParametersTest {

    private static final RedirectUrlValidator URLS = new RedirectUrlValidator(SETTINGS);
    private static final PasswordPolicy PASSWORDS =
            new PasswordPolicy(password -> password.value().equals("password"));
    private static final PhoneNumbers NUMBERS = (_, number) -> input(number);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | userId
            {"userId":"-a"}                                                     | userId
            {"userId":"unique()"}                                               | email
            {"userId":"a","email":"nobody"}                                     | email
            {"userId":"a","email":"a@b.c","url":"https://evil.com"}             | url
            {"userId":"a","email":"a@b.c","url":"/x","phrase":"true"}           | url
            {"userId":"a","email":"a@b.c","url":"","phrase":"true"}             | phrase
            """)
    void the_parameters_of_a_magic_link_are_checked_in_this_order(String body, String wrong) {
        assertInvalid(wrong, () -> MagicUrlTokenBody.of(json(body), PROJECT, URLS));
    }

    @Test
    void a_magic_link_uses_the_default_page_unless_a_url_is_sent() {
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\"}")).isEqualTo(SETTINGS.magicUrl());
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\",\"url\":\"\"}"))
                .isEqualTo(SETTINGS.magicUrl());
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\",\"url\":\"https://app.example.com\"}"))
                .isEqualTo(new RedirectUrl("https://app.example.com"));
    }

    private static RedirectUrl magicLink(String body) {
        return MagicUrlTokenBody.of(json(body), PROJECT, URLS)
                .orDefaultUrl(SETTINGS.magicUrl())
                .toCommand(RestFixtures.call(new Caller.Guest()))
                .url();
    }

    @Test
    void a_new_user_gets_the_requested_or_a_generated_id() {
        assertThat(wanted("bob")).isEqualTo(new AccountId(DEMO, "bob"));
        assertThat(wanted("unique()")).isEqualTo(new AccountId(DEMO, "fresh"));
    }

    private static AccountId wanted(String userId) {
        return EmailTokenBody.of(json("{\"userId\":\"" + userId + "\",\"email\":\"A@b.c\",\"phrase\":true}"))
                .toCommand(RestFixtures.call(new Caller.Guest()))
                .newAccountId();
    }

    @Test
    void the_parameter_number_is_accepted_for_phone() {
        assertThat(PhoneTokenBody.of(json("{\"userId\":\"a\",\"number\":\"+1\"}"), NUMBERS)
                        .phone())
                .isEqualTo(input("+1"));
        assertInvalid("phone", () -> PhoneTokenBody.of(json("{\"userId\":\"a\"}"), NUMBERS));
    }

    @Test
    void a_recovery_requested_with_a_key_is_trusted() {
        var body = RecoveryBody.of(json("{\"email\":\"A@b.c\",\"url\":\"https://app.example.com\"}"), PROJECT, URLS);
        assertThat(body.email()).isEqualTo(new EmailAddress("a@b.c"));
        assertThat(body.toCommand(RestFixtures.call(RestFixtures.server())).trusted())
                .isTrue();
        assertThat(body.toCommand(RestFixtures.call(RestFixtures.alice())).trusted())
                .isFalse();
    }

    @Test
    void a_recovery_needs_an_address_and_then_a_url() {
        assertInvalid("email", () -> RecoveryBody.of(json("{\"url\":\"x\"}"), PROJECT, URLS));
        assertInvalid("url", () -> RecoveryBody.of(json("{\"email\":\"a@b.c\",\"url\":\"\"}"), PROJECT, URLS));
    }

    @Test
    void a_repeated_password_has_to_be_equal() {
        assertThat(newPassword("12345678", "\"87654321\"")).isEqualTo(new PasswordMismatch());
        assertThat(newPassword("12345678", "\"short\"")).isInstanceOf(InvalidArgument.class);
    }

    private static Refusal newPassword(String password, String again) {
        var body = String.format(
                Locale.ROOT,
                "{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"%s\",\"passwordAgain\":%s}",
                password,
                again);
        return catchThrowableOfType(RefusedException.class, () -> NewPasswordBody.of(json(body), PROJECT, PASSWORDS)
                        .toCommand(RestFixtures.call(new Caller.Guest())))
                .refusal();
    }

    @Test
    void a_repeated_password_is_optional() {
        for (var again : new String[] {"null", "\"\"", "\"12345678\""}) {
            var body = "{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"12345678\",\"passwordAgain\":" + again + "}";
            assertThat(NewPasswordBody.of(json(body), PROJECT, PASSWORDS)
                            .toCommand(RestFixtures.call(new Caller.Guest()))
                            .password()
                            .plain())
                    .isEqualTo(new PlainPassword("12345678"));
        }
    }

    @Test
    void a_new_password_is_checked_by_the_rules_of_the_project() {
        var body = json("{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"password\"}");
        assertThat(NewPasswordBody.of(body, PROJECT, PASSWORDS).password().plain())
                .isEqualTo(new PlainPassword("password"));
        assertInvalid("password", () -> NewPasswordBody.of(body, choosy(), PASSWORDS));
    }

    private static Project choosy() {
        var usual = Policies.DEFAULT;
        return RestFixtures.with(new Policies(
                usual.sessions(),
                new Policies.Passwords(PasswordStrength.MINIMUM, true, 0, false),
                usual.userLimit(),
                usual.emails(),
                usual.validity(),
                usual.factors(),
                usual.securityNotices(),
                usual.mockNumbers(),
                usual.strict()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                  | userId
            {"userId":"unique()"}               | userId
            {"userId":"a"}                      | secret
            {"userId":"a","secret":""}          | secret
            {"userId":"a","secret":123456}      | secret
            """)
    void a_redemption_needs_a_user_and_then_a_secret(String body, String wrong) {
        assertInvalid(wrong, () -> TokenRedemptionBody.of(json(body)));
    }

    @Test
    void a_secret_has_at_most_256_characters() {
        assertThat(TokenRedemptionBody.of(json("{\"userId\":\"a\",\"secret\":\"" + "x".repeat(256) + "\"}"))
                        .secret()
                        .value())
                .hasSize(256);
        assertInvalid(
                "secret",
                () -> TokenRedemptionBody.of(json("{\"userId\":\"a\",\"secret\":\"" + "x".repeat(257) + "\"}")));
    }

    private static void assertInvalid(String name, ThrowingCallable reading) {
        assertThat(catchThrowableOfType(RefusedException.class, reading).refusal())
                .isInstanceOfSatisfying(InvalidArgument.class, invalid -> assertThat(invalid.name())
                        .isEqualTo(name));
    }

    private static PhoneInput input(String number) {
        return new PhoneInput(new PhoneNumber(number), new PhoneNumber(number));
    }
}
