package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;

/** A phone number in E.164: {@code +4915112345678}. */
public record PhoneNumber(String value) implements PersonalData {}
