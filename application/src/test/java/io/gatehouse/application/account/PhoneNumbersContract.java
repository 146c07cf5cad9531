package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link PhoneNumbers}. */
public abstract class PhoneNumbersContract {

    protected abstract PhoneNumbers numbers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+14155552671",
                "+4915112345678",
                "+919876543210",
                "+35312345678",
                "+80012345678",
                "+2902123",
                "+123456789012345"
            })
    void a_number_of_7_to_15_digits_with_an_existing_calling_code_is_kept_as_it_is(String input) {
        assertThat(numbers().parse("phone", input)).isEqualTo(new PhoneNumber(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "4915112345678",
                "004915112345678",
                "+049151123456",
                "+123456",
                "+1234567890123456",
                "+49 151 12345678",
                "+49-151-12345678",
                "+4915112345678\n",
                "+49151123a5678",
                "+٤٩١٥١١٢٣٤٥٦٧٨",
                "++4915112345678"
            })
    void any_other_shape_is_refused(String input) {
        refuses(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+2101234567", "+9991234567", "+6991234567", "+999999999999999"})
    void a_calling_code_that_no_country_has_is_refused(String input) {
        refuses(input);
    }

    private void refuses(String input) {
        assertThatThrownBy(() -> numbers().parse("phone", input))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .asInstanceOf(InstanceOfAssertFactories.type(InvalidArgument.class))
                        .returns("phone", InvalidArgument::name));
    }
}
