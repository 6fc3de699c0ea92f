package dev.cortado.engine.vector.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The methods of [VectorFunctions] as bytecode that can be copied elsewhere.
final class FunctionBodies {
    /// A part of a body.
    sealed interface Piece {
        /// `k(value)`.
        record Constant(float value) implements Piece {}

        /// Takes a local variable.
        record Load(TypeKind type, int slot) implements Piece {}

        /// Sets a local variable.
        record Store(TypeKind type, int slot) implements Piece {}

        /// Calls another method of the class.
        record Call(String method) implements Piece {}

        /// Anything else, to be copied as it is.
        record Copy(Instruction instruction) implements Piece {}
    }

    /// A method without its return; its parameters are in the first slots.
    record Body(int parameters, int slots, List<Piece> pieces) {}

    private final Map<String, Body> bodies = new HashMap<>();

    private FunctionBodies() {}

    static FunctionBodies read() {
        FunctionBodies functions = new FunctionBodies();
        for (MethodModel method : ClassFile.of().parse(classFile()).methods()) {
            functions.bodies.put(method.methodName().stringValue(), body(method));
        }
        return functions;
    }

    private static byte[] classFile() {
        String name = VectorFunctions.class.getSimpleName() + ".class";
        try (InputStream in = VectorFunctions.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The class file of " + VectorFunctions.class.getName() + " cannot be read beside its class");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Body body(String method) {
        Body body = bodies.get(method);
        if (body == null) {
            throw new IllegalArgumentException("There is no vector function '%s'; there are %s".formatted(method, bodies.keySet()));
        }
        return body;
    }

    private static Body body(MethodModel method) {
        List<Piece> pieces = new ArrayList<>();
        int parameters = method.methodTypeSymbol().parameterCount();
        int slots = parameters;
        for (CodeElement element : method.code().orElseThrow()) {
            if (element instanceof Instruction instruction && !(instruction instanceof ReturnInstruction)) {
                add(instruction, pieces);
            }
            if (element instanceof StoreInstruction store) {
                slots = Math.max(slots, store.slot() + 1);
            }
        }
        return new Body(parameters, slots, pieces);
    }

    private static void add(Instruction instruction, List<Piece> pieces) {
        switch (instruction) {
            case LoadInstruction load -> pieces.add(new Piece.Load(load.typeKind(), load.slot()));
            case StoreInstruction store -> pieces.add(new Piece.Store(store.typeKind(), store.slot()));
            case InvokeInstruction call when call.opcode() == Opcode.INVOKESTATIC && isOurs(call) -> addCall(call.name().stringValue(), pieces);
            case InvokeInstruction _, FieldInstruction _, ConstantInstruction _ -> pieces.add(new Piece.Copy(instruction));
            default -> throw new IllegalStateException("A vector function has an instruction that cannot be copied: " + instruction);
        }
    }

    private static boolean isOurs(InvokeInstruction call) {
        return call.owner().asInternalName().equals(VectorFunctions.class.getName().replace('.', '/'));
    }

    private static void addCall(String method, List<Piece> pieces) {
        if (method.equals("k") && pieces.removeLast() instanceof Piece.Copy(ConstantInstruction constant)
                && constant.constantValue() instanceof Float value) {
            pieces.add(new Piece.Constant(value));
        } else {
            pieces.add(new Piece.Call(method));
        }
    }
}
