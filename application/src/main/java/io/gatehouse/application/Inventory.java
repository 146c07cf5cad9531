package io.gatehouse.application;

/**
 * Names something that an account may own several of, such as its sessions, so that a unit of work can list all of it and is
 * guarded against additions. Each feature declares its own; the event store knows how to read each.
 *
 * @param kind stored with the events that add to the inventory, as the kind of a stream is with its events; never renamed
 * @param <T> what listing it for one account returns
 */
@SuppressWarnings("UnusedTypeParameter") // the type of what Streams.list returns
public record Inventory<T>(String kind) {}
