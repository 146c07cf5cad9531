package io.gatehouse.rest.token;

import static io.gatehouse.rest.Sample.DEMO;
import static io.gatehouse.rest.Sample.PROJECT;
import static io.gatehouse.rest.Sample.SETTINGS;
import static io.gatehouse.rest.Sample.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.application.Ids;
import io.gatehouse.application.account.PasswordPolicy;
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
import io.gatehouse.rest.Sample;
import io.gatehouse.rest.contact.TokenRedemptionBody;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.password.NewPasswordBody;
import io.gatehouse.rest.password.RecoveryBody;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.signin.EmailTokenBody;
import io.gatehouse.rest.signin.MagicUrlTokenBody;
import io.gatehouse.rest.signin.PhoneTokenBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenParametersTest {

    private static final Ids IDS = () -> "fresh";
    private static final RedirectUrlValidator URLS = new RedirectUrlValidator(SETTINGS);
    private static final PasswordPolicy PASSWORDS =
            new PasswordPolicy(password -> password.value().equals("password"));
    private static final PhoneNumbers NUMBERS = (_, typed) -> new PhoneNumber(typed);

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
    void a_magic_link_is_asked_for_with_parameters_in_this_order(String body, String wrong) {
        assertInvalid(wrong, () -> MagicUrlTokenBody.of(json(body), PROJECT, URLS));
    }

    @Test
    void a_magic_link_leads_to_the_page_of_the_installation_unless_the_app_says_otherwise() {
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\"}")).isEqualTo(SETTINGS.magicUrl());
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\",\"url\":\"\"}"))
                .isEqualTo(SETTINGS.magicUrl());
        assertThat(magicLink("{\"userId\":\"a\",\"email\":\"a@b.c\",\"url\":\"https://app.example.com\"}"))
                .isEqualTo(new RedirectUrl("https://app.example.com"));
    }

    private static RedirectUrl magicLink(String body) {
        return MagicUrlTokenBody.of(json(body), PROJECT, URLS)
                .toCommand(Sample.call(new Caller.Guest()), IDS, SETTINGS.magicUrl())
                .url();
    }

    @Test
    void somebody_new_gets_the_id_they_wish_or_a_fresh_one() {
        assertThat(wanted("bob")).isEqualTo(new AccountId(DEMO, "bob"));
        assertThat(wanted("unique()")).isEqualTo(new AccountId(DEMO, "fresh"));
    }

    private static AccountId wanted(String userId) {
        return EmailTokenBody.of(json("{\"userId\":\"" + userId + "\",\"email\":\"A@b.c\",\"phrase\":true}"))
                .toCommand(Sample.call(new Caller.Guest()), IDS)
                .wanted();
    }

    @Test
    void the_oldest_sdk_calls_a_phone_a_number() {
        assertThat(PhoneTokenBody.of(json("{\"userId\":\"a\",\"number\":\"+1\"}"), NUMBERS)
                        .phone())
                .isEqualTo(new PhoneNumber("+1"));
        assertInvalid("phone", () -> PhoneTokenBody.of(json("{\"userId\":\"a\"}"), NUMBERS));
    }

    @Test
    void servers_learn_who_is_a_user_even_where_nobody_else_does() {
        var body = RecoveryBody.of(json("{\"email\":\"A@b.c\",\"url\":\"https://app.example.com\"}"), PROJECT, URLS);
        assertThat(body.email()).isEqualTo(new EmailAddress("a@b.c"));
        assertThat(body.toCommand(Sample.call(Sample.server())).trusted()).isTrue();
        assertThat(body.toCommand(Sample.call(Sample.alice())).trusted()).isFalse();
    }

    @Test
    void a_recovery_needs_an_address_and_then_a_url() {
        assertInvalid("email", () -> RecoveryBody.of(json("{\"url\":\"x\"}"), PROJECT, URLS));
        assertInvalid("url", () -> RecoveryBody.of(json("{\"email\":\"a@b.c\",\"url\":\"\"}"), PROJECT, URLS));
    }

    @Test
    void a_new_password_typed_twice_has_to_be_the_same() {
        assertThat(newPassword("12345678", "\"87654321\"")).isEqualTo(new PasswordMismatch());
        assertThat(newPassword("12345678", "\"short\"")).isInstanceOf(InvalidArgument.class);
    }

    private static Refusal newPassword(String password, String again) {
        var body = "{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"%s\",\"passwordAgain\":%s}"
                .formatted(password, again);
        return catchThrowableOfType(RefusedException.class, () -> NewPasswordBody.of(json(body), PROJECT, PASSWORDS)
                        .toCommand(PROJECT))
                .refusal();
    }

    @Test
    void a_new_password_may_be_typed_once() {
        for (var again : new String[] {"null", "\"\"", "\"12345678\""}) {
            var body = "{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"12345678\",\"passwordAgain\":" + again + "}";
            assertThat(NewPasswordBody.of(json(body), PROJECT, PASSWORDS)
                            .toCommand(PROJECT)
                            .password())
                    .isEqualTo(new PlainPassword("12345678"));
        }
    }

    @Test
    void a_new_password_obeys_the_rules_of_its_project() {
        var body = json("{\"userId\":\"a\",\"secret\":\"s\",\"password\":\"password\"}");
        assertThat(NewPasswordBody.of(body, PROJECT, PASSWORDS).password()).isEqualTo(new PlainPassword("password"));
        assertInvalid("password", () -> NewPasswordBody.of(body, choosy(), PASSWORDS));
    }

    private static Project choosy() {
        var usual = Policies.DEFAULT;
        return Sample.with(new Policies(
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
    void a_proof_names_its_owner_and_then_the_secret(String body, String wrong) {
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
}
