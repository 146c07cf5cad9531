package io.gatehouse.persistence;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Blocking access to Hibernate Reactive, for lists. The calling virtual thread parks until the result arrives. */
public final class HibernateQueries {

    private final Mutiny.SessionFactory hibernate;
    private final Waiting waiting;

    /** Requires a running Quarkus, because the queries use its Vert.x and its context. */
    public HibernateQueries(Mutiny.SessionFactory hibernate) {
        this(hibernate, VertxContextSupport::subscribeAndAwait);
    }

    HibernateQueries(Mutiny.SessionFactory hibernate, Waiting waiting) {
        this.hibernate = hibernate;
        this.waiting = waiting;
    }

    /** Starts a query and blocks until its result arrives; implemented differently outside Quarkus. */
    interface Waiting {
        <T> T subscribeAndAwait(Supplier<Uni<T>> query) throws Throwable;
    }

    public <T> T read(Function<Mutiny.StatelessSession, Uni<T>> query) {
        try {
            return waiting.subscribeAndAwait(() -> hibernate.withStatelessSession(query));
        } catch (Throwable failure) {
            throw Database.unwrapped(failure);
        }
    }
}
