package io.gatehouse.application.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "+29022123",
                "+15555550100",
                "+390612345678"
            })
    void a_number_in_the_spelling_of_the_numbering_plan_is_kept_as_it_is(String input) {
        var number = new PhoneNumber(input);
        assertThat(numbers().parse("phone", input)).isEqualTo(new PhoneInput(number, number));
    }

    @ParameterizedTest
    @CsvSource({
        "+49015112345678, +4915112345678",
        "+4407400123456, +447400123456",
        "+3306 12345678, ",
        "+330612345678, +33612345678",
        "+390612345678, +390612345678"
    })
    void a_trunk_prefix_is_dropped_where_the_numbering_plan_has_one(String input, @Nullable String number) {
        if (number == null) {
            refuses(input);
        } else {
            assertThat(numbers().parse("phone", input))
                    .isEqualTo(new PhoneInput(new PhoneNumber(number), new PhoneNumber(input)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4915112", "+11111111", "+1234567", "+123456789012345", "+861381234567", "+35312345"})
    void a_number_of_a_length_that_the_country_does_not_have_is_refused(String input) {
        refuses(input);
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
