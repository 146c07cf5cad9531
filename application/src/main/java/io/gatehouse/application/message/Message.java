package io.gatehouse.application.message;

import io.gatehouse.domain.message.MessageEvent.MessageRequested;

/**
 * A message to be sent to a user.
 *
 * @param id the ID of the event that requested it: a UUID of 36 characters
 * @param requestId the ID of the request that caused it
 */
public record Message(String id, String requestId, MessageRequested request) {}
