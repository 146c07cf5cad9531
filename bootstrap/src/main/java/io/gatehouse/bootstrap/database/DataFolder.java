package io.gatehouse.bootstrap.database;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that the embedded default lives in, by itself: two services in one would take each other's database away. */
final class DataFolder implements AutoCloseable {

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * The operating system frees the folder when the process ends, however it ends.
     *
     * @throws InvalidConfigurationException if another service is at work there
     */
    static DataFolder occupy(Path folder) {
        try {
            Files.createDirectories(folder, EmbeddedDatabase.OWNER_ONLY);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new InvalidConfigurationException("another Gatehouse is at work in " + folder.toAbsolutePath()
                        + "; give this one a folder of its own by gatehouse.data, or a database");
            }
            return new DataFolder(lock);
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder cannot be used: " + folder.toAbsolutePath(), failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the data folder cannot be left", failure);
        }
    }
}
