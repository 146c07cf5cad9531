package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.config.ConfiguredPolicies;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.Role;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.bootstrap.config.StartupChecks;
import io.gatehouse.bootstrap.config.UnknownNames;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import io.gatehouse.bootstrap.database.EmbeddedDatabase;
import io.gatehouse.bootstrap.keys.CryptoKeys;
import io.gatehouse.bootstrap.wiring.MessageWiring;
import io.gatehouse.persistence.Migrations;
import io.gatehouse.security.RandomSecrets;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service: first its database, then the schema, then everything else. */
@QuarkusMain
public final class Gatehouse {

    private static final Logger LOG = Logger.getLogger(Gatehouse.class);

    private static final String EVENT_LOOPS = "quarkus.vertx.event-loops-pool-size";

    private Gatehouse() {}

    public static void main(String... arguments) {
        try {
            System.exit(run(configuration(), arguments));
        } catch (InvalidConfigurationException unfit) {
            System.err.println("Gatehouse does not start: " + unfit.getMessage());
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
            shareTheCores(config);
            return run(arguments);
        }
    }

    /** Event loops and virtual threads want the same cores: twice as many loops, the usual number, cost a third of the speed. */
    private static void shareTheCores(Config config) {
        var loops = config.getOptionalValue(EVENT_LOOPS, Integer.class)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        System.setProperty(EVENT_LOOPS, String.valueOf(loops));
    }

    /** Returns once everything has stopped, so that the database goes last. */
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

    /** Before the mapping, which reports a required setting that is missing, but not the misspelt one in its place. */
    private static SmallRyeConfig configuration() {
        UnknownNames.refuse(sources().build());
        return sources()
                .withMapping(GatehouseConfig.class)
                .withMappingIgnore("gatehouse.**")
                .build();
    }

    /** Before Quarkus has read its own configuration, from the same sources. */
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
        var wanted = settings.embedded()
                .orElseGet(() -> DatabaseAccess.configured(config).isEmpty());
        if (!wanted) {
            return null;
        }
        return runMode == RunMode.SERVE
                ? EmbeddedDatabase.start(settings.data())
                : EmbeddedDatabase.join(settings.data());
    }

    private static DatabaseAccess checkedAccess(Config config, GatehouseConfig settings) {
        var access = DatabaseAccess.configured(config)
                .orElseThrow(() -> new InvalidConfigurationException(
                        "no database is configured; set QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD"));
        StartupChecks.run(settings, access);
        var messaging = MessageWiring.channelsOf(settings);
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
