package io.gatehouse.application.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PhoneNumber;

/** Parses phone numbers against the international numbering plan. */
public interface PhoneNumbers {

    /**
     * @param sent in E.164: a plus sign and 7 to 15 digits, beginning with a country calling code that exists
     * @throws RefusedException with {@code InvalidArgument}
     */
    PhoneNumber parse(String name, String sent);
}
