package io.gatehouse.application.account;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.PhoneNumber;
import org.junit.jupiter.api.Test;

class StoredPhoneNumbersTest {

    private static final PhoneNumber NORMALISED = new PhoneNumber("+4915112345678");
    private static final PhoneNumber EARLIER = new PhoneNumber("+49015112345678");

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final StoredPhoneNumbers numbers = new StoredPhoneNumbers(gatehouse.accounts());

    @Test
    void a_number_is_used_in_the_spelling_of_the_numbering_plan() {
        assertThat(spelling(NORMALISED)).isEqualTo(NORMALISED);
        assertThat(spelling(EARLIER)).isEqualTo(NORMALISED);
    }

    @Test
    void a_number_that_was_stored_as_it_was_sent_is_found_by_that_spelling() {
        gatehouse.signUp("alice");
        gatehouse.append(new PhoneChanged(id("alice"), EARLIER, NOON));
        assertThat(spelling(EARLIER)).isEqualTo(EARLIER);
        assertThat(spelling(NORMALISED)).isEqualTo(NORMALISED);
    }

    private PhoneNumber spelling(PhoneNumber sent) {
        return numbers.spelling(id("alice").project(), new PhoneInput(NORMALISED, sent));
    }
}
