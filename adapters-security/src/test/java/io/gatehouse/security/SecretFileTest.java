package io.gatehouse.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    private final Path folder;
    private final Path file;

    SecretFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("keys").resolve("one");
    }

    @Test
    void a_secret_is_generated_once_and_then_read() {
        assertThat(SecretFile.of(file, () -> "made")).isEqualTo("made");
        assertThat(SecretFile.of(file, () -> "made anew")).isEqualTo("made");
    }

    @Test
    void the_file_is_readable_by_its_owner_only() throws IOException {
        SecretFile.of(file, () -> "made");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.resolveSibling(""))).isEqualTo("rwx------");
    }

    /** All find no file, and have each generated a secret before the first of them writes. */
    @RepeatedTest(20)
    void eight_concurrent_starts_get_the_same_secret() throws Exception {
        var together = new CyclicBarrier(8);
        var starts = new ArrayList<Callable<String>>();
        for (var i = 0; i < 8; i++) {
            starts.add(() -> SecretFile.of(file, () -> afterAll(together)));
        }
        assertThat(results(starts)).hasSize(8).containsOnly(Files.readString(file));
    }

    @Test
    void no_other_file_is_left_in_the_folder() throws IOException {
        SecretFile.of(file, () -> "made");
        try (var files = Files.list(file.resolveSibling(""))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_failure_names_the_file_and_not_the_secret() throws IOException {
        var occupied = Files.createFile(folder.resolve("occupied"));
        assertThatThrownBy(() -> SecretFile.of(occupied.resolve("one"), () -> "sesame"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("occupied")
                .hasMessageNotContaining("sesame");
    }

    private static String afterAll(CyclicBarrier together) {
        try {
            together.await();
            return UUID.randomUUID().toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> results(List<Callable<String>> tasks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (Future<String> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
