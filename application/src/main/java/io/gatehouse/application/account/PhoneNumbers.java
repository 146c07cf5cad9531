package io.gatehouse.application.account;

import io.gatehouse.domain.RefusedException;

/** Parses phone numbers against the international numbering plan. */
public interface PhoneNumbers {

    /**
     * @param sent in E.164: a plus sign and 7 to 15 digits, beginning with a country calling code that exists; a trunk
     *     prefix after it is dropped
     * @throws RefusedException with {@code InvalidArgument}, also if no number of that country has this length
     */
    PhoneInput parse(String name, String sent);
}
