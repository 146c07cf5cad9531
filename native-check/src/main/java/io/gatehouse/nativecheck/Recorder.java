package io.gatehouse.nativecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JDK's methods for reflection. A line of the record is: kind, name, the calling class and method, and the
 * class whose initialiser is running or {@code -}; separated by tabs.
 */
public final class Recorder {

    /** Their frames are neither callers nor, as initialisers, interesting. */
    private static final List<String> TRANSPARENT =
            List.of("java.", "jdk.", "sun.", "com.sun.", "io.gatehouse.nativecheck.", "io.quarkus.bootstrap.runner.");

    private static final Set<Object> SEEN = ConcurrentHashMap.newKeySet();
    private static final Set<String> LINES = ConcurrentHashMap.newKeySet();
    private static final ThreadLocal<Boolean> BUSY = ThreadLocal.withInitial(() -> false);

    private Recorder() {}

    /** Must not fail: it is called within the JDK. */
    public static void record(String kind, @Nullable Object subject) {
        var name = subject == null ? null : name(subject);
        if (name == null || SEEN.contains(kind + name) || BUSY.get()) {
            return;
        }
        BUSY.set(true);
        try {
            record(kind, name);
        } finally {
            BUSY.set(false);
        }
    }

    private static void record(String kind, String name) {
        List<StackFrame> stack = StackWalker.getInstance().walk(Stream::toList);
        if (kind.equals("class") && isSignature(stack)) {
            return;
        }
        var frames = stack.stream().filter(frame -> !isTransparent(frame)).toList();
        var initialiser = frames.stream()
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .map(StackFrame::getClassName)
                .findFirst();
        // A lookup in an initialiser may be repeated later outside of one.
        if (initialiser.isEmpty() && !kind.equals("class") && !kind.equals("resource")) {
            SEEN.add(kind + name);
        }
        LINES.add(kind + "\t" + name + "\t" + (frames.isEmpty() ? "-\t-" : caller(frames.getFirst())) + "\t"
                + initialiser.orElse("-"));
    }

    /** Types in generic signatures and in annotations, which the native compiler resolves by itself. */
    private static boolean isSignature(List<StackFrame> stack) {
        return stack.stream().takeWhile(Recorder::isTransparent).anyMatch(frame -> frame.getClassName()
                .startsWith("sun.reflect."));
    }

    private static String caller(StackFrame frame) {
        return frame.getClassName() + "\t" + frame.getMethodName();
    }

    private static boolean isTransparent(StackFrame frame) {
        return TRANSPARENT.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** @return null for what belongs to the JDK */
    private static @Nullable String name(Object subject) {
        return switch (subject) {
            case String name -> name;
            case Class<?> type -> type.getClassLoader() == null ? null : type.getName();
            case Constructor<?> constructor -> member(constructor, "<init>");
            case Method method -> member(method, method.getName());
            case Field field -> member(field, field.getName());
            case Object[] interfaces ->
                Arrays.stream((Class<?>[]) interfaces).map(Class::getName).collect(Collectors.joining(","));
            default -> subject.toString();
        };
    }

    private static @Nullable String member(Member member, String name) {
        var type = member.getDeclaringClass();
        return type.getClassLoader() == null ? null : type.getName() + "#" + name;
    }

    public static void writeAtExit(String folder) {
        var file = Path.of(folder, ProcessHandle.current().pid() + ".tsv");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> write(file, LINES.stream().sorted())));
    }

    private static void write(Path file, Stream<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
