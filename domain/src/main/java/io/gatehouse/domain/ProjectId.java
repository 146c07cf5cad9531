package io.gatehouse.domain;

/** A tenant. Nothing crosses projects: every other ID is unique within its project only. */
public record ProjectId(String value) {}
