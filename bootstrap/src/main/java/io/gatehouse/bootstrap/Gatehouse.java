package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.Role;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.bootstrap.config.StartupChecks;
import io.gatehouse.bootstrap.config.UnknownNames;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import io.gatehouse.bootstrap.database.EmbeddedDatabase;
import io.gatehouse.bootstrap.keys.CryptoKeys;
import io.gatehouse.bootstrap.project.ConfiguredPolicies;
import io.gatehouse.bootstrap.wiring.MessageWiring;
import io.gatehouse.persistence.Migrations;
import io.gatehouse.security.RandomSecrets;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service: first the database, then the schema migration, then Quarkus. */
@QuarkusMain
public final class Gatehouse {

    private static final Logger LOG = Logger.getLogger(Gatehouse.class);

    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";

    private Gatehouse() {}

    public static void main(String... arguments) {
        // For libraries. Our own code passes the locale, and the build fails where it does not.
        Locale.setDefault(Locale.ENGLISH);
        try {
            System.exit(run(configuration(), arguments));
        } catch (InvalidConfigurationException invalid) {
            System.err.println("Gatehouse does not start: " + invalid.getMessage());
            System.exit(2);
        }
    }

    private static int run(SmallRyeConfig config, String... arguments) {
        var settings = config.getConfigMapping(GatehouseConfig.class);
        settings.projects().forEach((id, project) -> ConfiguredPolicies.of(id, project.policies()));
        try (var embedded = embeddedDatabase(config, settings, RunMode.of(arguments))) {
            var access = embedded == null ? checkedAccess(config, settings) : DatabaseAccess.to(embedded);
            Migrations.run(access.jdbcUrl(), access.user(), access.password());
            access.exportToSystemProperties();
            System.setProperty("gatehouse.embedded", String.valueOf(embedded != null));
            RunMode.of(arguments).exportToSystemProperties(settings.role());
            setEventLoopCount(config);
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
                    exit.set(code);
                    if (failure != null) {
                        LOG.error("Gatehouse does not start", failure);
                    }
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

    private static @Nullable EmbeddedDatabase embeddedDatabase(
            Config config, GatehouseConfig settings, RunMode runMode) {
        var enabled = settings.embedded()
                .orElseGet(() -> DatabaseAccess.configured(config).isEmpty());
        if (!enabled) {
            return null;
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
