package io.gatehouse.application.mfa.authenticator;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvisioningUriTest {

    private static final Secret SECRET = new Secret("JBSWY3DP");
    private static final EmailAddress EMAIL = new EmailAddress("john@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");
    private static final DisplayName NAME = new DisplayName("John Doe");

    @Test
    void the_uri_contains_project_user_and_secret() {
        assertThat(uri("My App", EMAIL, PHONE, NAME))
                .isEqualTo("otpauth://totp/My%20App%3Ajohn%40example.com?issuer=My%20App&secret=JBSWY3DP");
    }

    @Test
    void a_user_without_an_address_is_named_by_number_name_or_id() {
        assertThat(uri("Demo", null, PHONE, NAME)).contains("/Demo%3A%2B4915112345678?");
        assertThat(uri("Demo", null, null, NAME)).contains("/Demo%3AJohn%20Doe?");
        assertThat(uri("Demo", null, null, new DisplayName(" "))).contains("/Demo%3Ajohn?");
        assertThat(uri("Demo", null, null, null)).contains("/Demo%3Ajohn?");
    }

    @Test
    void a_colon_in_a_name_becomes_a_space() {
        assertThat(uri("My: App", null, null, new DisplayName("John:Doe")))
                .isEqualTo("otpauth://totp/My%20%20App%3AJohn%20Doe?issuer=My%20%20App&secret=JBSWY3DP");
    }

    @Test
    void everything_but_unreserved_characters_is_percent_encoded() {
        assertThat(uri("a-b.c_d~e*f+g&h=i/j?k", EMAIL, null, null))
                .endsWith("?issuer=a-b.c_d~e%2Af%2Bg%26h%3Di%2Fj%3Fk&secret=JBSWY3DP");
        assertThat(uri("Käse", EMAIL, null, null)).contains("issuer=K%C3%A4se&");
    }

    private static String uri(
            String project, @Nullable EmailAddress email, @Nullable PhoneNumber phone, @Nullable DisplayName name) {
        return ProvisioningUri.of(project, account(email, phone, name), SECRET);
    }

    private static AccountView account(
            @Nullable EmailAddress email, @Nullable PhoneNumber phone, @Nullable DisplayName name) {
        return new AccountView(
                id("john"),
                NOON,
                NOON,
                name,
                false,
                List.of(),
                null,
                email,
                phone,
                false,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(),
                NOON);
    }
}
