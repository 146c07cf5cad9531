package io.gatehouse.nativecheck;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** A Java agent that records reflective access. Its argument is the folder where each process writes a file. */
public final class Agent {

    private Agent() {}

    public static void premain(String folder, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException, URISyntaxException {
        // The JDK's classes call the recorder, so the JDK's own class loader has to find it.
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar().toFile()));
        instrumentation.addTransformer(new LookupTransformer(), true);
        instrumentation.retransformClasses(
                Class.class,
                ClassLoader.class,
                Constructor.class,
                Method.class,
                Field.class,
                Proxy.class,
                MethodHandles.Lookup.class);
        Recorder.writeAtExit(folder);
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
