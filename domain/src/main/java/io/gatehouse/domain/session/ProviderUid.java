package io.gatehouse.domain.session;

import io.gatehouse.domain.PersonalData;

/** Who a user is to the provider that vouched for them: an address or an ID; empty where there is nothing to say. */
public record ProviderUid(String value) implements PersonalData {}
