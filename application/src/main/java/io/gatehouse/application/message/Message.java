package io.gatehouse.application.message;

import io.gatehouse.domain.message.MessageEvent.MessageRequested;

/**
 * A message on its way to a person.
 *
 * @param id the same however often it is told of: 36 characters, a UUID
 * @param requestId of the request that caused it
 */
public record Message(String id, String requestId, MessageRequested request) {}
