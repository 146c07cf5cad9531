package io.gatehouse.persistence;

import io.gatehouse.persistence.log.LogRow;
import io.gatehouse.persistence.session.SessionRow;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.reactive.vertx.impl.ProvidedVertxInstance;

/** Hibernate Reactive as Quarkus starts it, for tests without Quarkus. */
final class HibernateOutsideQuarkus {

    private HibernateOutsideQuarkus() {}

    /** @param jdbcUrl of the database; its user needs no password */
    static Mutiny.SessionFactory start(Vertx vertx, String jdbcUrl, String user) {
        var configuration = new Configuration()
                .addAnnotatedClass(SessionRow.class)
                .addAnnotatedClass(LogRow.class)
                .setProperty("jakarta.persistence.jdbc.url", jdbcUrl)
                .setProperty("jakarta.persistence.jdbc.user", user);
        var registry = new ReactiveServiceRegistryBuilder()
                .applySettings(configuration.getProperties())
                .addService(VertxInstance.class, new ProvidedVertxInstance(vertx))
                .build();
        return configuration.buildSessionFactory(registry).unwrap(Mutiny.SessionFactory.class);
    }

    /** Queries run on a context of the given Vert.x, whichever thread subscribes. */
    static <T> T await(Supplier<Uni<T>> query) {
        return query.get().await().indefinitely();
    }
}
