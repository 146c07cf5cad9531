package io.gatehouse.application;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Another request that commits while a unit of work is in its first attempt, so that the unit of work runs again. */
public final class ConcurrentRequest {

    private final Runnable request;
    private final AtomicInteger attempts = new AtomicInteger();

    public ConcurrentRequest(Runnable request) {
        this.request = request;
    }

    /** Called by the unit of work once it has read what the other request changes. Returns when that has committed. */
    public void commitInFirstAttempt() {
        if (attempts.getAndIncrement() == 0) {
            CompletableFuture.runAsync(request).join();
        }
    }

    /** @return how often the unit of work ran */
    public int attempts() {
        return attempts.get();
    }
}
