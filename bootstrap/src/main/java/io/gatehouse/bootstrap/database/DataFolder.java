package io.gatehouse.bootstrap.database;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock on the data folder of the embedded database, because two services must not share one database cluster. */
final class DataFolder implements AutoCloseable {

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Locks the folder, and creates it if necessary. The operating system releases the lock when the process ends.
     *
     * @throws InvalidConfigurationException if another service has locked the folder, or it is not writable
     */
    static DataFolder lock(Path folder) {
        try {
            Files.createDirectories(folder, EmbeddedDatabase.OWNER_ONLY);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new InvalidConfigurationException("another Gatehouse process is using the data folder "
                        + folder.toAbsolutePath()
                        + "; set gatehouse.data to another folder, or configure a database");
            }
            return new DataFolder(lock);
        } catch (IOException failure) {
            throw new InvalidConfigurationException("the data folder " + folder.toAbsolutePath() + " cannot be used ("
                    + reason(failure) + "); set gatehouse.data to a folder that this user may write to");
        }
    }

    /** @return -1 if the file system does not say */
    static long freeMegabytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / 1_000_000;
        } catch (IOException unknown) {
            return -1;
        }
    }

    /** Many exceptions of the file system have a class that says more than their message, which is a path. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "access denied: " + denied.getFile();
            case FileAlreadyExistsException file -> "not a folder: " + file.getFile();
            default -> String.valueOf(failure.getMessage());
        };
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the lock on the data folder cannot be released", failure);
        }
    }
}
