package io.gatehouse.rest.account;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.rest.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountBodyTest {

    private static final EmailDomains DOMAINS = new EmailDomains() {
        @Override
        public boolean isFree(String domain) {
            return domain.equals("gmail.com");
        }

        @Override
        public boolean isDisposable(String domain) {
            return domain.equals("mailinator.com");
        }
    };

    @Test
    void an_account_has_the_fields_of_the_api_in_order() throws JsonProcessingException {
        assertThat(json(AccountBody.of(ALICE, DOMAINS)))
                .isEqualTo("{\"$id\":\"alice\",\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\","
                        + "\"$updatedAt\":\"2024-02-29T12:00:00.123+00:00\",\"name\":\"Alice\","
                        + "\"registration\":\"2024-02-29T12:00:00.123+00:00\",\"status\":true,\"labels\":[\"vip\"],"
                        + "\"passwordUpdate\":\"2024-02-29T12:00:00.123+00:00\",\"email\":\"alice.a+x@gmail.com\","
                        + "\"phone\":\"\",\"emailVerification\":false,\"emailCanonical\":\"alicea@gmail.com\","
                        + "\"emailIsFree\":true,\"emailIsDisposable\":false,\"emailIsCorporate\":false,"
                        + "\"emailIsCanonical\":false,\"phoneVerification\":false,\"mfa\":false,"
                        + "\"prefs\":{\"b\":1.0,\"a\":{}},\"targets\":[{\"$id\":\"t1\","
                        + "\"$createdAt\":\"2024-02-29T12:00:00.123+00:00\","
                        + "\"$updatedAt\":\"2024-02-29T12:00:00.123+00:00\",\"name\":\"\",\"userId\":\"alice\","
                        + "\"providerId\":null,\"providerType\":\"email\",\"identifier\":\"alice.a+x@gmail.com\","
                        + "\"expired\":false}],\"accessedAt\":\"2024-02-29T12:00:00.123+00:00\","
                        + "\"impersonator\":false,\"impersonatorUserId\":null}");
    }

    @Test
    void absent_values_are_empty_and_those_derived_from_an_absent_address_are_null() throws JsonProcessingException {
        var json = Json.READER.readTree(json(AccountBody.of(anonymous(), DOMAINS)));
        assertThat(json.at("/name").textValue()).isEmpty();
        assertThat(json.at("/email").textValue()).isEmpty();
        assertThat(json.at("/phone").textValue()).isEmpty();
        assertThat(json.at("/passwordUpdate").textValue()).isEmpty();
        assertThat(json.at("/emailCanonical").isNull()).isTrue();
        assertThat(json.at("/emailIsCorporate").isNull()).isTrue();
        assertThat(json.at("/status").booleanValue()).isFalse();
    }

    @Test
    void a_phone_number_is_written_in_e164() throws JsonProcessingException {
        var account = new AccountView(
                ALICE.id(),
                ALICE.createdAt(),
                ALICE.updatedAt(),
                null,
                false,
                List.of(),
                null,
                null,
                new PhoneNumber("+4915112345678"),
                false,
                true,
                false,
                false,
                Preferences.NONE,
                List.of(),
                ALICE.accessedAt());
        var json = Json.READER.readTree(json(AccountBody.of(account, DOMAINS)));
        assertThat(json.at("/phone").textValue()).isEqualTo("+4915112345678");
        assertThat(json.at("/phoneVerification").booleanValue()).isTrue();
    }

    @Test
    void preferences_are_returned_as_a_bare_object() throws JsonProcessingException {
        assertThat(json(PreferencesBody.of(ALICE))).isEqualTo("{\"b\":1.0,\"a\":{}}");
    }

    private static AccountView anonymous() {
        return new AccountView(
                ALICE.id(),
                ALICE.createdAt(),
                ALICE.updatedAt(),
                null,
                true,
                List.of(),
                null,
                null,
                null,
                false,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(),
                ALICE.accessedAt());
    }

    private static String json(Object body) throws JsonProcessingException {
        return Json.WRITER.writeValueAsString(body);
    }
}
