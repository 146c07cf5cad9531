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

/** A secret that is generated at first start and stored in a file that only its owner can read. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Reads the file; creates it first if it does not exist. Processes that start at the same time all read one secret.
     *
     * @param file on a file system with hard links; its folder need not exist
     * @param generator called only if the file does not exist
     * @throws UncheckedIOException if the file can be neither read nor created
     */
    public static String of(Path file, Supplier<String> generator) {
        try {
            if (Files.notExists(file)) {
                create(file.toAbsolutePath(), generator.get());
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("a secret can neither be read from nor be stored in " + file, failure);
        }
    }

    /**
     * Gives the file its name by a hard link, once it is complete and synced to disk. Unlike a move, a link never
     * replaces an existing file.
     */
    private static void create(Path file, String secret) throws IOException {
        var folder = Files.createDirectories(file.resolveSibling(""), withPermissions("rwx------"));
        var draft = Files.createTempFile(folder, file.getFileName() + ".", ".draft", withPermissions("rw-------"));
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

    private static FileAttribute<?> withPermissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
