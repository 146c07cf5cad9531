package io.gatehouse.persistence;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hibernate Reactive as blocking code sees it, for lists. The calling virtual thread parks until they are there. */
public final class HibernateQueries {

    private final Mutiny.SessionFactory hibernate;

    public HibernateQueries(Mutiny.SessionFactory hibernate) {
        this.hibernate = hibernate;
    }

    public <T> T read(Function<Mutiny.StatelessSession, Uni<T>> query) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> hibernate.withStatelessSession(query));
        } catch (Throwable failure) {
            throw Database.unwrapped(failure);
        }
    }
}
