package io.gatehouse.bootstrap.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @Test
    void a_second_service_on_a_data_folder_is_refused_until_the_first_has_stopped(@TempDir Path folder)
            throws Exception {
        try (var _ = DataFolder.lock(folder)) {
            assertThat(inAnotherProcess(folder))
                    .contains("another Gatehouse process is using the data folder " + folder);
        }
        assertThat(inAnotherProcess(folder)).isEqualTo("occupied");
    }

    @Test
    void the_major_version_is_that_of_the_embedded_server(@TempDir Path folder) throws IOException {
        try (var _ = EmbeddedDatabase.start(folder)) {
            assertThat(folder.resolve("postgres/PG_VERSION"))
                    .content()
                    .isEqualToIgnoringWhitespace(EmbeddedDatabase.MAJOR_VERSION);
        }
    }

    /** A file lock excludes other processes only; a second lock in the same process is an exception. */
    private static String inAnotherProcess(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** A second process that tries to occupy the folder. */
    static final class SecondProcess {

        private SecondProcess() {}

        public static void main(String... folder) {
            try (var _ = DataFolder.lock(Path.of(folder[0]))) {
                System.out.println("occupied");
            } catch (InvalidConfigurationException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
