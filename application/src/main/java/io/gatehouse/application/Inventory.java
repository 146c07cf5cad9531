package io.gatehouse.application;

/**
 * Names a collection that belongs to an account, such as its sessions. A unit of work that lists it is guarded against
 * concurrent additions. Each feature declares its own; the event store knows how to read each.
 *
 * @param kind stored with the events that add to the inventory, like the stream type; never renamed
 * @param <T> what listing it for one account returns
 */
@SuppressWarnings("UnusedTypeParameter") // the type of what Streams.list returns
public record Inventory<T>(String kind) {}
