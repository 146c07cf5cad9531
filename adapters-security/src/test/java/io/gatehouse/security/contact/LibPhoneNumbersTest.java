package io.gatehouse.security.contact;

import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.account.PhoneNumbersContract;

class LibPhoneNumbersTest extends PhoneNumbersContract {

    private static final LibPhoneNumbers NUMBERS = new LibPhoneNumbers();

    @Override
    protected PhoneNumbers numbers() {
        return NUMBERS;
    }
}
