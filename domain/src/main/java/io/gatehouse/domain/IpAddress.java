package io.gatehouse.domain;

/** The client address of a request: IPv4 or IPv6 as text, as seen behind the trusted proxies; empty if unknown. */
public record IpAddress(String value) implements PersonalData {}
