package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.HostChecks;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.Role;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.bootstrap.config.StartupChecks;
import io.gatehouse.bootstrap.config.UnknownNames;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import io.gatehouse.bootstrap.database.EmbeddedDatabase;
import io.gatehouse.bootstrap.keys.CryptoKeys;
import io.gatehouse.bootstrap.messaging.MailServer;
import io.gatehouse.bootstrap.project.ConfiguredPolicies;
import io.gatehouse.bootstrap.wiring.MessageWiring;
import io.gatehouse.bootstrap.wiring.RestWiring;
import io.gatehouse.persistence.Migrations;
import io.gatehouse.security.RandomSecrets;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service: first the database, then the schema migration, then Quarkus. */
public final class Gatehouse {

    private static final Logger LOG = Logger.getLogger(Gatehouse.class);

    /**
     * Levels that hold while Quarkus has not read its configuration: it prints earlier records if its start fails. The
     * logging library keeps no reference to a logger, and forgets levels of loggers that nothing refers to.
     */
    @SuppressWarnings("UnusedVariable")
    private static final List<java.util.logging.Logger> QUIET =
            List.of(limited("", Level.WARNING), limited("io.quarkus.runtime.Application", Level.OFF));

    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";

    private Gatehouse() {}

    public static void main(String... arguments) {
        // For libraries. Our own code passes the locale, and the build fails where it does not.
        Locale.setDefault(Locale.ENGLISH);
        System.exit(exitCode(arguments));
    }

    private static java.util.logging.Logger limited(String category, Level level) {
        var logger = java.util.logging.Logger.getLogger(category);
        logger.setLevel(level);
        return logger;
    }

    private static int exitCode(String... arguments) {
        try {
            return run(configuration(), arguments);
        } catch (RuntimeException | Error failure) {
            return report(failure);
        }
    }

    /** @return the exit code */
    private static int report(Throwable failure) {
        var explanation = StartFailure.explain(failure);
        if (explanation.isEmpty()) {
            LOG.error("Gatehouse does not start", failure);
        }
        System.err.println(
                "Gatehouse does not start: " + explanation.orElseGet(() -> StartFailure.rootMessage(failure)));
        return explanation.isEmpty() ? 1 : StartFailure.EXIT_CODE;
    }

    private static int run(SmallRyeConfig config, String... arguments) {
        var settings = config.getConfigMapping(GatehouseConfig.class);
        StartupChecks.requirePort(config);
        settings.projects().forEach((id, project) -> ConfiguredPolicies.of(id, project.policies()));
        RestWiring.forwarded(settings);
        HostChecks.run(settings);
        MailServer.greeting(settings.mailer());
        var progress = new StartProgress(isEmbedded(config, settings));
        progress.step(
                "Starting PostgreSQL in " + settings.data().toAbsolutePath().normalize());
        try (var embedded = embeddedDatabase(config, settings, RunMode.of(arguments))) {
            var access = embedded == null ? checkedAccess(config, settings) : DatabaseAccess.to(embedded);
            progress.step("Migrating the schema");
            Migrations.run(access.jdbcUrl(), access.user(), access.password());
            access.exportToSystemProperties();
            System.setProperty("gatehouse.embedded", String.valueOf(embedded != null));
            RunMode.of(arguments).exportToSystemProperties(settings.role());
            setEventLoopCount(config);
            progress.step("Starting the service");
            return run(arguments);
        }
    }

    /** One event loop per core unless configured: two per core, Quarkus' default, cost a third of the throughput. */
    private static void setEventLoopCount(Config config) {
        var count = config.getOptionalValue(EVENT_LOOPS, Integer.class)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        System.setProperty(EVENT_LOOPS, String.valueOf(count));
    }

    /** Returns after Quarkus has stopped, so that the database is stopped last. */
    private static int run(String... arguments) {
        var exit = new AtomicInteger();
        Quarkus.run(
                Runner.class,
                (code, failure) -> {
                    exit.set(failure == null ? code : report(failure));
                },
                arguments);
        return exit.get();
    }

    /** Checks for unknown names before the mapping, which would report a misspelt required setting only as missing. */
    private static SmallRyeConfig configuration() {
        UnknownNames.requireKnown(sources().build());
        return sources()
                .withMapping(GatehouseConfig.class)
                .withMappingIgnore("gatehouse.**")
                .build();
    }

    /** The sources that Quarkus reads its configuration from later. */
    private static SmallRyeConfigBuilder sources() {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfiles(ConfigUtils.getProfiles());
        ConfigProvider.getConfig().getConfigSources().forEach(builder::withSources);
        return builder;
    }

    private static boolean isEmbedded(Config config, GatehouseConfig settings) {
        return settings.embedded()
                .orElseGet(() -> DatabaseAccess.configured(config).isEmpty());
    }

    private static @Nullable EmbeddedDatabase embeddedDatabase(
            Config config, GatehouseConfig settings, RunMode runMode) {
        if (!isEmbedded(config, settings)) {
            return null;
        }
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            throw new InvalidConfigurationException(
                    "a native executable contains no embedded database; set"
                            + " QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD, and gatehouse.embedded to false or not at all");
        }
        return runMode == RunMode.SERVE
                ? EmbeddedDatabase.start(settings.data())
                : EmbeddedDatabase.connectOrStart(settings.data());
    }

    private static DatabaseAccess checkedAccess(Config config, GatehouseConfig settings) {
        var access = DatabaseAccess.configured(config)
                .orElseThrow(() -> new InvalidConfigurationException(
                        "no database is configured; set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD"));
        StartupChecks.run(settings, access);
        var messaging = MessageWiring.availabilityOf(settings);
        if (messaging.email() || messaging.sms()) {
            StartupChecks.requireMessageKey(settings);
        }
        if (settings.role() != Role.WORKER) {
            StartupChecks.requireVaultKey(settings);
        }
        new CryptoKeys(settings, new RandomSecrets()).check();
        return access;
    }
}
