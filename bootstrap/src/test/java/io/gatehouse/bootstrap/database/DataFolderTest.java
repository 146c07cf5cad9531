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
        try (var _ = DataFolder.occupy(folder)) {
            assertThat(inAnotherProcess(folder))
                    .contains("another Gatehouse process is using the data folder " + folder);
        }
        assertThat(inAnotherProcess(folder)).isEqualTo("welcome");
    }

    /** A lock keeps out other processes; within one it is a mistake. */
    private static String inAnotherProcess(Path folder) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Visitor.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Somebody else who wants the folder. */
    static final class Visitor {

        private Visitor() {}

        public static void main(String... folder) {
            try (var _ = DataFolder.occupy(Path.of(folder[0]))) {
                System.out.println("welcome");
            } catch (InvalidConfigurationException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }
}
