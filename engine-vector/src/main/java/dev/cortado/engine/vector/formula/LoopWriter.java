package dev.cortado.engine.vector.formula;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.cortado.engine.vector.species.Species;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.incubator.vector.FloatVector;

/// Writes a [Program] as a [Loop] in bytecode, one vector an iteration, every value in a local variable of its own. x · sigmoid(x) would read in Java
///
///     if (length == 0) { return; }
///     float[] in0 = arrays[0], out0 = arrays[1];
///     int in0At = offsets[0], out0At = offsets[1];
///     FloatVector k0 = broadcast(S, -104f), k1 = …;
///     for (int j = 0; j < length; j += L) {
///         FloatVector v0 = fromArray(S, in0, in0At + j);
///         FloatVector v1 = …;                              // the body of VectorFunctions.sigmoid, copied
///         FloatVector v2 = v0.mul(v1);
///         v2.intoArray(out0, out0At + j);
///     }
///
/// The length must be a multiple of L: whoever calls brings what is left over in an array of that length, so that the loop has no masks and its
/// body is there but once.
final class LoopWriter {
    /// Beyond this C1 gives up on a method of vector code, and it stays slow for ever.
    private static final int MOST_BYTES = 2500;

    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, FLOATS.arrayType(), CD_int.arrayType(), FLOATS, CD_int);
    private static final int ARRAYS = 1, OFFSETS = 2, SCALARS = 3, LENGTH = 4, J = 5, FIRST_FREE = 6;

    private final Program program;
    private final FunctionBodies functions;
    private final CodeBuilder code;
    private int free = FIRST_FREE;
    private final Map<Float, Integer> constantSlots = new HashMap<>();
    // By array and by step; 0 where there is none yet.
    private final int[] arraySlots;
    private final int[] valueSlots;
    private final int[] maskSlots;

    private LoopWriter(Program program, FunctionBodies functions, CodeBuilder code) {
        this.program = program;
        this.functions = functions;
        this.code = code;
        arraySlots = new int[program.inputs() + program.outputs().size()];
        valueSlots = new int[program.steps().size()];
        maskSlots = new int[program.steps().size()];
    }

    static byte[] write(Program program, FunctionBodies functions) {
        ClassDesc name = ClassDesc.of(LoopWriter.class.getPackageName(), "FormulaLoop");
        return ClassFile.of().build(name, type -> type
                .withFlags(ClassFile.ACC_FINAL)
                .withInterfaceSymbols(ClassDesc.of(Loop.class.getName()))
                .withMethodBody(INIT_NAME, MTD_void, 0, code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_())
                .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> new LoopWriter(program, functions, code).run()));
    }

    /// Whether the loop that was written is short enough.
    static boolean fits(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream().filter(method -> method.methodName().equalsString("run"))
                .allMatch(method -> method.findAttribute(Attributes.code()).orElseThrow().codeLength() <= MOST_BYTES);
    }

    static Loop define(byte[] bytes) {
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Loop) lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot define the loop of a formula", e);
        }
    }

    private void run() {
        returnIfIdle();
        takeArrays();
        takeNumbers();
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(J);
        code.labelBinding(next).iload(J).iload(LENGTH).if_icmpge(end);
        for (int step = 0; step < program.steps().size(); step++) {
            compute(step);
        }
        for (int output = 0; output < program.outputs().size(); output++) {
            int array = arraySlots[program.inputs() + output];
            int value = value(program.outputs().get(output));
            code.aload(value).aload(array).iload(array + 1).iload(J).iadd()
                    .invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
        code.iinc(J, Species.FLOATS.length()).goto_(next);
        code.labelBinding(end).return_();
    }

    /// In front of what counts as a run of the loop: see [RipeningLoop].
    private void returnIfIdle() {
        Label busy = code.newLabel();
        code.iload(LENGTH).ifne(busy).return_().labelBinding(busy);
    }

    /// Each array and its offset, in two neighbouring slots.
    private void takeArrays() {
        Set<Integer> arrays = new LinkedHashSet<>();
        for (Step step : program.steps()) {
            if (step instanceof Step.Input(int number)) {
                arrays.add(number);
            }
        }
        for (int output = 0; output < program.outputs().size(); output++) {
            arrays.add(program.inputs() + output);
        }
        for (int array : arrays) {
            code.aload(ARRAYS).loadConstant(array).aaload().astore(free);
            code.aload(OFFSETS).loadConstant(array).iaload().istore(free + 1);
            arraySlots[array] = free;
            free += 2;
        }
    }

    /// Constants and scalars are broadcast in front of the loop.
    private void takeNumbers() {
        Set<Float> constants = new LinkedHashSet<>();
        for (int i = 0; i < program.steps().size(); i++) {
            switch (program.steps().get(i)) {
                case Step.Constant constant -> constants.add(constant.value());
                case Step.Scalar(int number) -> {
                    species().aload(SCALARS).loadConstant(number).faload();
                    broadcast();
                    valueSlots[i] = store();
                }
                case Step.Apply(Operation operation, int _, int _, int _) -> {
                    addConstants(functions.body(operation.function()), constants);
                }
                case Step.Input _ -> { }
            }
        }
        addConstants(functions.body("chosen"), constants);
        addConstants(functions.body("number"), constants);
        for (float constant : constants) {
            species().loadConstant(constant);
            broadcast();
            constantSlots.put(constant, store());
        }
    }

    private void addConstants(FunctionBodies.Body body, Set<Float> constants) {
        for (FunctionBodies.Piece piece : body.pieces()) {
            if (piece instanceof FunctionBodies.Piece.Constant(float value)) {
                constants.add(value);
            } else if (piece instanceof FunctionBodies.Piece.Call(String method)) {
                addConstants(functions.body(method), constants);
            }
        }
    }

    private void compute(int step) {
        switch (program.steps().get(step)) {
            case Step.Input(int number) -> {
                int array = arraySlots[number];
                species().aload(array).iload(array + 1).iload(J).iadd()
                        .invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int));
                valueSlots[step] = store();
            }
            case Step.Constant constant -> valueSlots[step] = slot(constant.value());
            case Step.Scalar _ -> { }
            case Step.Apply apply when apply.operation() == Operation.SELECT -> {
                copy("select", condition(apply.first()), value(apply.second()), value(apply.third()));
                valueSlots[step] = store();
            }
            case Step.Apply apply -> {
                copy(apply.operation().function(), operands(apply));
                (apply.operation().compares() ? maskSlots : valueSlots)[step] = store();
            }
        }
    }

    private int[] operands(Step.Apply apply) {
        return List.of(apply.first(), apply.second()).stream().filter(step -> step >= 0).mapToInt(this::value).toArray();
    }

    /// The slot of a step's number; a condition becomes one when it is first needed.
    private int value(int step) {
        if (valueSlots[step] == 0) {
            copy("number", maskSlots[step]);
            valueSlots[step] = store();
        }
        return valueSlots[step];
    }

    /// The slot of a step's mask; a number becomes one when it is first needed.
    private int condition(int step) {
        if (maskSlots[step] == 0) {
            copy("chosen", value(step));
            maskSlots[step] = store();
        }
        return maskSlots[step];
    }

    /// Copies a function with its operands in these slots; the result is on the stack.
    private void copy(String function, int... operands) {
        copy(functions.body(function), operands, free);
    }

    private void copy(FunctionBodies.Body body, int[] operands, int temporaries) {
        int above = temporaries + body.slots() - body.parameters();
        for (FunctionBodies.Piece piece : body.pieces()) {
            switch (piece) {
                case FunctionBodies.Piece.Constant(float value) -> code.aload(slot(value));
                case FunctionBodies.Piece.Load(TypeKind type, int slot) -> code.loadLocal(type, slot(body, slot, operands, temporaries));
                case FunctionBodies.Piece.Store(TypeKind type, int slot) -> code.storeLocal(type, slot(body, slot, operands, temporaries));
                case FunctionBodies.Piece.Call(String method) -> call(functions.body(method), above);
                case FunctionBodies.Piece.Copy(var instruction) -> code.with(instruction);
            }
        }
    }

    private int slot(float constant) {
        Integer slot = constantSlots.get(constant);
        if (slot == null) {
            throw new IllegalStateException("The constant %s was not broadcast".formatted(constant));
        }
        return slot;
    }

    private static int slot(FunctionBodies.Body body, int slot, int[] operands, int temporaries) {
        return slot < body.parameters() ? operands[slot] : temporaries + slot - body.parameters();
    }

    /// Copies a function whose operands are on the stack.
    private void call(FunctionBodies.Body body, int temporaries) {
        int[] operands = new int[body.parameters()];
        for (int i = operands.length - 1; i >= 0; i--) {
            operands[i] = temporaries + i;
            code.astore(operands[i]);
        }
        copy(body, operands, temporaries + operands.length);
    }

    private CodeBuilder species() {
        return Species.load(code);
    }

    private void broadcast() {
        code.invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, CD_float));
    }

    private int store() {
        code.astore(free);
        return free++;
    }
}
