package io.gatehouse.nativecheck;

import static java.util.Objects.requireNonNull;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the methods that look something up report it to the {@link Recorder} when they begin. */
public final class LookupTransformer implements ClassFileTransformer {

    private static final ClassDesc RECORDER = ClassDesc.of("io.gatehouse.nativecheck.Recorder");
    private static final MethodTypeDesc OF_OBJECT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String, ConstantDescs.CD_Object);

    /**
     * @param kind of what is looked up
     * @param slot the local variable with it: 0 for the object itself and for the parameter of a static method
     */
    private record Reported(String kind, int slot) {}

    private static final Map<String, Reported> LOOKUPS = Map.ofEntries(
            Map.entry("java/lang/Class.forName", new Reported("class", 0)),
            Map.entry("java/lang/Class.getRecordComponents", new Reported("record", 0)),
            Map.entry("java/lang/ClassLoader.getResource", new Reported("resource", 1)),
            Map.entry("java/lang/ClassLoader.getResources", new Reported("resource", 1)),
            Map.entry("java/lang/ClassLoader.getResourceAsStream", new Reported("resource", 1)),
            Map.entry("java/lang/reflect/Constructor.newInstance", new Reported("constructor", 0)),
            Map.entry("java/lang/reflect/Method.invoke", new Reported("method", 0)),
            Map.entry("java/lang/reflect/Field.get", new Reported("field", 0)),
            Map.entry("java/lang/reflect/Field.set", new Reported("field", 0)),
            Map.entry("java/lang/reflect/Proxy.newProxyInstance", new Reported("proxy", 1)),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.unreflect", new Reported("method", 1)),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.unreflectConstructor", new Reported("constructor", 1)),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.unreflectGetter", new Reported("field", 1)),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.unreflectSetter", new Reported("field", 1)),
            Map.entry("java/lang/invoke/MethodHandles$Lookup.defineClass", new Reported("definition", 1)),
            Map.entry("io/quarkus/bootstrap/runner/RunnerClassLoader.getResource", new Reported("resource", 1)),
            Map.entry("io/quarkus/bootstrap/runner/RunnerClassLoader.getResources", new Reported("resource", 1)),
            Map.entry(
                    "io/quarkus/bootstrap/runner/RunnerClassLoader.getResourceAsStream", new Reported("resource", 1)));

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        return LOOKUPS.keySet().stream().anyMatch(method -> method.startsWith(name + "."))
                ? transformed(name, bytes)
                : null;
    }

    private static byte[] transformed(String name, byte[] bytes) {
        // Calls at the beginning move the existing stack maps, which need not be computed again.
        var classFile = ClassFile.of(StackMapsOption.STACK_MAPS_WHEN_REQUIRED);
        return classFile.transformClass(classFile.parse(bytes), (builder, element) -> {
            if (element instanceof MethodModel method && isLookup(name, method)) {
                builder.transformMethod(method, MethodTransform.transformingCode(report(name, method)));
            } else {
                builder.with(element);
            }
        });
    }

    private static boolean isLookup(String name, MethodModel method) {
        var lookup = LOOKUPS.get(name + "." + method.methodName().stringValue());
        return lookup != null
                && method.flags().has(AccessFlag.PUBLIC)
                // Class.forName(Module, String) is not used by code on the class path.
                && !method.methodType().stringValue().startsWith("(Ljava/lang/Module;");
    }

    private static CodeTransform report(String name, MethodModel method) {
        var lookup = requireNonNull(LOOKUPS.get(name + "." + method.methodName().stringValue()));
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                code.loadConstant(lookup.kind()).aload(lookup.slot()).invokestatic(RECORDER, "record", OF_OBJECT);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                code.with(element);
            }
        });
    }
}
