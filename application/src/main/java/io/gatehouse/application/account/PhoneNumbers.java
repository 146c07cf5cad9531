package io.gatehouse.application.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;

/** Knows how the world's telephones are numbered. */
public interface PhoneNumbers {

    /**
     * @param typed in E.164: a plus sign and 7 to 15 digits, beginning with a country calling code that exists
     * @throws RefusedException with {@code InvalidArgument}
     */
    PhoneNumber parse(String name, String typed);
}
