package io.gatehouse.domain;

/** Where a request came from: IPv4 or IPv6 in text form, as seen behind the trusted proxies. */
public record IpAddress(String value) implements PersonalData {}
