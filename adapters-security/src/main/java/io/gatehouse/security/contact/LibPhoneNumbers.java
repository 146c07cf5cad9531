package io.gatehouse.security.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.account.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads phone numbers by Google's list of the world's numbering plans. */
public final class LibPhoneNumbers implements PhoneNumbers {

    /** ITU-T E.164: at most 15 digits, and no calling code begins with a zero. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();

    @Override
    public PhoneInput parse(String name, String input) {
        return Optional.of(input)
                .filter(text -> E164.matcher(text).matches())
                .flatMap(this::read)
                .filter(this::canExist)
                .map(number -> new PhoneNumber(plans.format(number, PhoneNumberFormat.E164)))
                .map(number -> new PhoneInput(number, new PhoneNumber(input)))
                .orElseThrow(() -> TextRules.invalid(
                        name,
                        "must be a plus sign, a country calling code and a number of that country: 7 to 15 digits"));
    }

    private Optional<Phonenumber.PhoneNumber> read(String input) {
        try {
            return Optional.of(plans.parse(input, null));
        } catch (NumberParseException noCountry) {
            return Optional.empty();
        }
    }

    /** In an assigned range, or as long as mobile numbers of its country: ranges are assigned after the list was made. */
    private boolean canExist(Phonenumber.PhoneNumber number) {
        return plans.isValidNumber(number)
                || plans.isPossibleNumberForTypeWithReason(number, PhoneNumberType.MOBILE)
                        == ValidationResult.IS_POSSIBLE;
    }
}
