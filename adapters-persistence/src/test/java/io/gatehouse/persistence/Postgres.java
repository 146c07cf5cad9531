package io.gatehouse.persistence;

import io.gatehouse.persistence.account.AccountProjection;
import io.gatehouse.persistence.log.LogProjection;
import io.gatehouse.persistence.mfa.AuthenticatorProjection;
import io.gatehouse.persistence.mfa.ChallengeProjection;
import io.gatehouse.persistence.mfa.RecoveryCodesProjection;
import io.gatehouse.persistence.session.KnownDeviceProjection;
import io.gatehouse.persistence.session.SessionProjection;
import io.gatehouse.persistence.store.PostgresEventStore;
import io.gatehouse.persistence.target.TargetProjection;
import io.gatehouse.persistence.token.TokenProjection;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A database of a test's own, migrated, and as many nodes over it as the test asks for. */
public final class Postgres implements AutoCloseable {

    public static final List<Projection> PROJECTIONS = List.of(
            new AccountProjection(),
            new SessionProjection(),
            new TokenProjection(),
            new TargetProjection(),
            new AuthenticatorProjection(),
            new RecoveryCodesProjection(),
            new ChallengeProjection(),
            new KnownDeviceProjection(),
            new LogProjection());

    static final String USER = "postgres";

    private static final int CONNECTIONS = 10;

    private final int port;
    private final String database;
    private final Vertx vertx = Vertx.vertx();

    private Postgres(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /** @return connections of its own */
    public Pool pool() {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(access())
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .build();
    }

    /** @return the database as one node sees it */
    public Database database() {
        var lookups = PgBuilder.client()
                .using(vertx)
                .connectingTo(access().setPipeliningLimit(256))
                .with(new PoolOptions().setMaxSize(2))
                .build();
        return new Database(pool(), lookups);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** @return the event store of one more node */
    public PostgresEventStore node() {
        return node(PROJECTIONS);
    }

    /** @return the event store of a node of another version, which knows of these views only */
    public PostgresEventStore node(List<Projection> projections) {
        return new PostgresEventStore(database(), new EventCodec(), projections);
    }

    private PgConnectOptions access() {
        return new PgConnectOptions()
                .setHost("localhost")
                .setPort(port)
                .setDatabase(database)
                .setUser(USER)
                .setCachePreparedStatements(true);
    }

    @Override
    public void close() {
        Database.await(vertx.close());
    }

    /** Starts the server for the first test class that asks, and gives each a database. */
    public static final class Server implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Postgres.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var shared = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
            var server = shared.computeIfAbsent(EmbeddedPostgres.class, _ -> start(), EmbeddedPostgres.class);
            var test = context.getRequiredTestClass();
            return shared.computeIfAbsent(test, _ -> create(server, test.getSimpleName()), Postgres.class);
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Postgres create(EmbeddedPostgres server, String name) {
            var database = name.toLowerCase(Locale.ROOT);
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            Migrations.run(server.getJdbcUrl(USER, database), USER, "");
            return new Postgres(server.getPort(), database);
        }
    }
}
