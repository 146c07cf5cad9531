package io.gatehouse.domain.account;

import static io.gatehouse.domain.ParseAssertions.accepted;
import static io.gatehouse.domain.ParseAssertions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void an_address_is_trimmed_and_lower_cased() {
        assertThat(accepted(EmailAddress::parse, " Alice@Example.COM\n"))
                .isEqualTo(new EmailAddress("alice@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.co",
                "first.last+tag@mail.example.com",
                "!#$%&'*+/=?^_`{|}~-@example.com",
                "alice@xn--bcher-kva.example",
                "alice@1.example-host.com"
            })
    void well_formed_addresses_are_accepted(String input) {
        assertThat(accepted(EmailAddress::parse, input).value()).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alice",
                "alice@",
                "@example.com",
                "user@localhost",
                "alice@@example.com",
                "alice@bob@example.com",
                ".alice@example.com",
                "alice.@example.com",
                "al..ice@example.com",
                "al ice@example.com",
                "alice@example..com",
                "alice@-example.com",
                "alice@example-.com",
                "alice@example.com.",
                "alice@exa_mple.com",
                "älice@example.com",
                "alice@example.com\0",
                "\"alice\"@example.com",
                "alice@[192.0.2.1]"
            })
    void malformed_addresses_are_refused(String input) {
        refused(EmailAddress::parse, input);
    }

    @Test
    void the_local_part_has_at_most_64_characters() {
        accepted(EmailAddress::parse, "a".repeat(64) + "@example.com");
        refused(EmailAddress::parse, "a".repeat(65) + "@example.com");
    }

    @Test
    void a_label_of_the_domain_has_at_most_63_characters() {
        accepted(EmailAddress::parse, "a@" + "b".repeat(63) + ".com");
        refused(EmailAddress::parse, "a@" + "b".repeat(64) + ".com");
    }

    @Test
    void an_address_has_at_most_254_characters() {
        var domain = ".bcdefghi".repeat(28);
        accepted(EmailAddress::parse, "a@" + domain.substring(1, 251) + "jk");
        refused(EmailAddress::parse, "a@" + domain.substring(1, 251) + "jkl");
    }

    @Test
    void a_very_long_address_is_refused_without_backtracking() {
        refused(EmailAddress::parse, "a.".repeat(1_000_000) + "@" + "b-".repeat(1_000_000));
    }

    @Test
    void an_address_consists_of_a_local_part_and_a_domain() {
        assertThat(new EmailAddress("alice@mail.example.com").local()).isEqualTo("alice");
        assertThat(new EmailAddress("alice@mail.example.com").domain()).isEqualTo("mail.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "a.li.ce+tag.two@googlemail.com, alice@gmail.com",
        "al.ice+tag@hotmail.com, al.ice@outlook.com",
        "alice+tag@live.com, alice@outlook.com",
        "alice+tag@msn.com, alice@outlook.com",
        "alice+tag@me.com, alice@icloud.com",
        "al.ice+tag@mac.com, al.ice@icloud.com",
        "alice-one-two@ymail.com, alice-one@yahoo.com",
        "alice+tag@rocketmail.com, alice+tag@yahoo.com",
        "al.ice+tag@proton.me, al.ice+tag@protonmail.com",
        "alice@pm.me, alice@protonmail.com",
        "alice@fastmail.fm, alice@fastmail.com",
        "alice@walla.com, alice@walla.co.il"
    })
    void what_a_known_provider_ignores_is_removed_from_the_canonical_form(String spelled, String canonical) {
        assertThat(new EmailAddress(spelled).canonical()).isEqualTo(new EmailAddress(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al.ice+tag-two@example.com",
                "alice@gmail.com",
                "alice@protonmail.com",
                "+alice@gmail.com",
                "+alice@outlook.com",
                "-alice@yahoo.com"
            })
    void an_address_of_which_the_provider_ignores_nothing_is_its_canonical_form(String spelled) {
        var address = new EmailAddress(spelled);
        assertThat(address.canonical()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b+c@gmail.com", "a+b+c@outlook.com", "+alice@googlemail.com"})
    void the_canonical_form_of_a_canonical_form_is_the_same(String spelled) {
        var canonical = new EmailAddress(spelled).canonical();
        assertThat(canonical.canonical()).isEqualTo(canonical);
    }
}
