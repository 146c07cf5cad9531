package io.gatehouse.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the application as a process of its own. */
class GatehouseTest {

    @ParameterizedTest
    @ValueSource(strings = {"serve", "replay-check"})
    void a_misspelt_setting_stops_every_command_before_a_database_is_started(String command, @TempDir Path folder)
            throws Exception {
        var file = folder.resolve("shop.properties");
        Files.writeString(file, "gatehouse.projects.shop.policies.auth.magicurl=false\n");
        var process = start(folder, file, command);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .contains("Gatehouse does not start: unknown settings")
                .contains("  gatehouse.projects.shop.policies.auth.magicurl in "
                        + file.toUri().toURL() + ":1; "
                        + "the nearest known is gatehouse.projects.shop.policies.auth.magic-url")
                .contains("  GATEHOUSE_DAT in the environment; the nearest known is GATEHOUSE_DATA");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static Process start(Path folder, Path configuration, String command) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Gatehouse.class.getName(), command)
                .directory(folder.toFile());
        builder.environment().put("QUARKUS_CONFIG_LOCATIONS", configuration.toString());
        builder.environment().put("GATEHOUSE_DAT", "elsewhere");
        return builder.start();
    }
}
