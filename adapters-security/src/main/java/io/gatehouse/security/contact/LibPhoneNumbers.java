package io.gatehouse.security.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.account.PhoneNumber;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Accepts phone numbers whose country calling code is in Google's list of the world's numbering plans. */
public final class LibPhoneNumbers implements PhoneNumbers {

    /** ITU-T E.164: at most 15 digits, and no calling code begins with a zero. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** In digits: no calling code is longer, and none is a prefix of another (ITU-T E.164 §6.2.1). */
    private static final int LONGEST_CODE = 3;

    private final Set<Integer> callingCodes =
            Set.copyOf(PhoneNumberUtil.getInstance().getSupportedCallingCodes());

    @Override
    public PhoneNumber parse(String name, String input) {
        if (!E164.matcher(input).matches() || !hasCallingCode(input)) {
            throw TextRules.invalid(
                    name, "must be a plus sign, a country calling code and a number: 7 to 15 digits in all");
        }
        return new PhoneNumber(input);
    }

    private boolean hasCallingCode(String number) {
        return IntStream.rangeClosed(1, LONGEST_CODE)
                .map(digits -> Integer.parseInt(number, 1, 1 + digits, 10))
                .anyMatch(callingCodes::contains);
    }
}
