package io.gatehouse.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret that is made at first start, and kept in a file that nobody but its owner can read. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Reads the file, having made it if there was none. Should several processes start at once, all read the same.
     *
     * @param file in a folder that need not exist, on a file system that has hard links
     * @throws UncheckedIOException if it can be neither read nor made
     */
    public static String of(Path file, Supplier<String> maker) {
        try {
            if (Files.notExists(file)) {
                make(file.toAbsolutePath(), maker.get());
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("a secret can be neither read from nor kept in " + file, failure);
        }
    }

    /** The file gets its name when it is complete and on disk. A link, unlike a move, never replaces what is there. */
    private static void make(Path file, String secret) throws IOException {
        var folder = Files.createDirectories(file.resolveSibling(""), only("rwx------"));
        var draft = Files.createTempFile(folder, file.getFileName() + ".", ".draft", only("rw-------"));
        try {
            Files.writeString(draft, secret);
            force(draft);
            Files.createLink(file, draft);
            force(folder);
        } catch (FileAlreadyExistsException _) {
            // Another process was first.
        } finally {
            Files.delete(draft);
        }
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
