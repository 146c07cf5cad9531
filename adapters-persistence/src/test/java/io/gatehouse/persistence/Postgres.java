package io.gatehouse.persistence;

import io.gatehouse.persistence.store.PostgresEventStore;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A migrated database for one test class, and any number of nodes over it. */
public final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private static final int CONNECTIONS = 10;

    private final int port;
    private final String database;
    private final Vertx vertx = Vertx.vertx();
    private @Nullable Database sharedDatabase;
    private @Nullable HibernateQueries hibernateQueries;

    private Postgres(int port, String database) {
        this.port = port;
        this.database = database;
    }

    /** @return a new connection pool */
    public Pool pool() {
        return pool(new PoolOptions().setMaxSize(CONNECTIONS));
    }

    Pool pool(PoolOptions options) {
        return PgBuilder.pool()
                .using(vertx)
                .connectingTo(access())
                .with(options)
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

    /** @return the same database, with shared connections, at every call */
    public synchronized Database sharedDatabase() {
        if (sharedDatabase == null) {
            sharedDatabase = database();
        }
        return sharedDatabase;
    }

    /** @return the same Hibernate Reactive at every call, started by the first */
    public synchronized HibernateQueries rows() {
        if (hibernateQueries == null) {
            hibernateQueries = new HibernateQueries(
                    HibernateOutsideQuarkus.start(vertx, jdbcUrl(), USER), HibernateOutsideQuarkus::await);
        }
        return hibernateQueries;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** @return the event store of a node with shared connections */
    public PostgresEventStore store() {
        return new PostgresEventStore(sharedDatabase(), new EventCodec());
    }

    /** @return the event store of one more node */
    public PostgresEventStore node() {
        return new PostgresEventStore(database(), new EventCodec());
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

    /** Starts the server for the first test class that needs it, and creates a database for each class. */
    public static final class Server implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Postgres.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var shared = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
            var server = shared.computeIfAbsent(EmbeddedPostgres.class, _ -> start(), EmbeddedPostgres.class);
            var test = parameter.getDeclaringExecutable().getDeclaringClass();
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
