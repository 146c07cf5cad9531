package io.gatehouse.domain.session;

import io.gatehouse.domain.PersonalData;

/** The user's identifier at the provider that authenticated them: an address or an ID; empty if there is none. */
public record ProviderUid(String value) implements PersonalData {}
