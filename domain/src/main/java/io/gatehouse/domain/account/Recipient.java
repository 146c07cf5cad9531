package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;

/** The address of a message: an e-mail address, or a phone number in E.164. */
public record Recipient(String value) implements PersonalData {}
