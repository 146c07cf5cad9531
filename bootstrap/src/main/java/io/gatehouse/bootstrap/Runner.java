package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.keys.DemoApiKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs after Quarkus has started: serves until stopped, or executes the requested command and exits. */
public class Runner implements QuarkusApplication {

    private final Instance<ReplayCommand> replay;
    private final GatehouseConfig config;
    private final DemoApiKey demoApiKey;
    private final int port;

    Runner(
            Instance<ReplayCommand> replay,
            GatehouseConfig config,
            DemoApiKey demoApiKey,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.replay = replay;
        this.config = config;
        this.demoApiKey = demoApiKey;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        return switch (config.command()) {
            case REPLAY_CHECK -> replay.get().run();
            case SERVE -> {
                demoApiKey.generated().ifPresent(this::printAddress);
                Quarkus.waitForExit();
                yield 0;
            }
        };
    }

    private void printAddress(String apiKey) {
        System.out.printf(
                Locale.ROOT,
                "Gatehouse is at http://localhost:%d/v1 - project %s, API key %s, mails at http://localhost:%d/inbox, data in %s%n",
                port,
                DemoApiKey.PROJECT,
                apiKey,
                port,
                config.data().toAbsolutePath().normalize());
    }
}
