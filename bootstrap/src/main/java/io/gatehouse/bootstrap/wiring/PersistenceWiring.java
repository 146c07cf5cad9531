package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.mfa.FactorViews;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.HibernateQueries;
import io.gatehouse.persistence.account.PostgresAccountDirectory;
import io.gatehouse.persistence.log.HibernateLogViews;
import io.gatehouse.persistence.message.PostgresDeliveryQueue;
import io.gatehouse.persistence.mfa.PostgresFactorViews;
import io.gatehouse.persistence.ratelimit.PostgresRateLimits;
import io.gatehouse.persistence.session.HibernateSessionViews;
import io.gatehouse.persistence.session.PostgresKnownDevices;
import io.gatehouse.persistence.session.PostgresOverdueItems;
import io.gatehouse.persistence.session.PostgresSessionAuthentication;
import io.gatehouse.persistence.store.PostgresEventStore;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** The event store, the views, the delivery queue and the rate limits, all in PostgreSQL. */
final class PersistenceWiring {

    /** Few, because each serves many concurrent lookups. */
    private static final int LOOKUP_CONNECTIONS = 4;

    private static final int LOOKUPS_AT_A_TIME = 256;

    @Produces
    @Singleton
    PgConnectOptions access(
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        return PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(LOOKUPS_AT_A_TIME);
    }

    /** Called by Quarkus, which has no setting for the time limit. */
    @Produces
    @Singleton
    PgPoolCreator poolCreator(GatehouseConfig config) {
        return input -> PgBuilder.pool()
                .using(input.vertx())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .with(timeLimited(input.poolOptions(), config))
                .build();
    }

    private static PoolOptions timeLimited(PoolOptions options, GatehouseConfig config) {
        return options.setConnectionTimeout(Math.toIntExact(config.longestWait().toSeconds()))
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    }

    @Produces
    @Singleton
    Database database(Pool pool, Vertx vertx, PgConnectOptions access, GatehouseConfig config) {
        var lookups = PgBuilder.client()
                .using(vertx)
                .connectingTo(access)
                .with(timeLimited(new PoolOptions().setMaxSize(LOOKUP_CONNECTIONS), config))
                .build();
        return new Database(pool, lookups);
    }

    @Produces
    @Singleton
    PostgresEventStore eventStore(Database database) {
        return new PostgresEventStore(database, new EventCodec());
    }

    @Produces
    @Singleton
    AccountDirectory accountDirectory(Database database) {
        return new PostgresAccountDirectory(database);
    }

    @Produces
    @Singleton
    SessionAuthentication sessionAuthentication(Database database) {
        return new PostgresSessionAuthentication(database);
    }

    @Produces
    @Singleton
    SessionViews sessionViews(Mutiny.SessionFactory hibernate) {
        return new HibernateSessionViews(new HibernateQueries(hibernate));
    }

    @Produces
    @Singleton
    LogViews logViews(Mutiny.SessionFactory hibernate) {
        return new HibernateLogViews(new HibernateQueries(hibernate));
    }

    @Produces
    @Singleton
    PostgresRateLimits rateLimits(Database database, InstantSource clock) {
        return new PostgresRateLimits(database, clock);
    }

    @Produces
    @Singleton
    OverdueItems overdueItems(Database database) {
        return new PostgresOverdueItems(database);
    }

    @Produces
    @Singleton
    FactorViews factorViews(Database database) {
        return new PostgresFactorViews(database);
    }

    @Produces
    @Singleton
    KnownDevices knownDevices(Database database) {
        return new PostgresKnownDevices(database);
    }

    @Produces
    @Singleton
    PostgresDeliveryQueue deliveryQueue(Database database, InstantSource clock) {
        return new PostgresDeliveryQueue(database, new EventCodec(), clock);
    }
}
