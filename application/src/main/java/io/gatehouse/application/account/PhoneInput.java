package io.gatehouse.application.account;

import io.gatehouse.domain.account.PhoneNumber;

/**
 * A phone number that a client sent.
 *
 * @param number as the numbering plan writes it: {@code +4915112345678}
 * @param asSent the same number, possibly in another spelling: {@code +49015112345678}
 */
public record PhoneInput(PhoneNumber number, PhoneNumber asSent) {}
