package io.gatehouse.domain.account;

import io.gatehouse.domain.Personal;

/** A number in E.164: {@code +4915112345678}. */
public record PhoneNumber(String value) implements Personal {}
