package io.gatehouse.domain;

/** A tenant. Projects share no data: every other ID is unique within its project only. */
public record ProjectId(String value) {}
