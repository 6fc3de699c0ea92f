package dev.cortado.engine.vector.product;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.DEFAULT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.cortado.engine.vector.species.Species;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Writes the bytecode of a [Transposer] for this machine's number of lanes L.
///
/// A square is turned in registers, in three movements: row i is rotated right by i lanes; then lane l takes its value from the row l further on, with one blend
/// for each bit of l; then column p is rotated left by p lanes. That is 2·(L − 1) rotations and L·log₂L blends for L² floats.
///
/// Rotations and masks are constants of the written class, because only then the compiler turns each into one instruction.
final class TransposerWriter {
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    private static final ClassDesc ANY_VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc SHUFFLE = ClassDesc.of("jdk.incubator.vector.VectorShuffle");
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final MethodTypeDesc TRANSPOSE = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, CD_int, CD_int, FLOATS, CD_int, CD_int);
    private static final DirectMethodHandleDesc CLASS_DATA = ConstantDescs.ofConstantBootstrap(ClassDesc.of(MethodHandles.class.getName()), "classDataAt", CD_Object, CD_int);

    private static final int FROM = 1, OFFSET = 2, STRIDE = 3, ROWS = 4, COLUMNS = 5, TO = 6, AT = 7, TO_STRIDE = 8;
    private static final int COLUMN = 9, TO_AT = 10, ROW_OFFSETS = 11;

    private final int lanes;
    private final CodeBuilder code;
    private final int vectors;

    private TransposerWriter(int lanes, CodeBuilder code) {
        this.lanes = lanes;
        this.code = code;
        vectors = ROW_OFFSETS + lanes;
    }

    static Transposer write() {
        VectorSpecies<Float> species = Species.FLOATS;
        int lanes = species.length();
        byte[] bytes = ClassFile.of().build(ClassDesc.of(TransposerWriter.class.getPackageName(), "Transposer" + lanes), type -> type
                .withFlags(ClassFile.ACC_FINAL)
                .withInterfaceSymbols(ClassDesc.of(Transposer.class.getName()))
                .withMethodBody(INIT_NAME, MTD_void, 0, code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_())
                .withMethodBody("transpose", TRANSPOSE, ClassFile.ACC_PUBLIC, code -> new TransposerWriter(lanes, code).transpose()));
        try {
            MethodHandles.Lookup written = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, constants(species), true);
            return (Transposer) written.findConstructor(written.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot define the transposer of " + lanes + " lanes", e);
        }
    }

    /// The rotations by 0 to L − 1 lanes to the left, then one mask for each bit of the lane's number.
    private static List<Object> constants(VectorSpecies<Float> species) {
        int lanes = species.length();
        List<Object> constants = new ArrayList<>();
        for (int by = 0; by < lanes; by++) {
            int shift = by;
            constants.add(VectorShuffle.fromOp(species, lane -> (lane + shift) % lanes));
        }
        for (int bit = 1; bit < lanes; bit *= 2) {
            boolean[] set = new boolean[lanes];
            for (int lane = 0; lane < lanes; lane++) {
                set[lane] = (lane & bit) != 0;
            }
            constants.add(VectorMask.fromArray(species, set, 0));
        }
        return constants;
    }

    private void transpose() {
        findRows();
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(COLUMN);
        code.labelBinding(next).iload(COLUMN).iload(COLUMNS).if_icmpge(end);
        stepBackAtTheEnd();
        code.iload(AT).iload(COLUMN).iload(TO_STRIDE).imul().iadd().istore(TO_AT);
        rotateRows();
        int from = blend();
        rotateColumns(from);
        code.iinc(COLUMN, lanes).goto_(next);
        code.labelBinding(end).return_();
    }

    /// Rows that are not there read the last one.
    private void findRows() {
        code.iload(OFFSET).istore(ROW_OFFSETS);
        for (int row = 1; row < lanes; row++) {
            Label missing = code.newLabel();
            code.iload(ROW_OFFSETS + row - 1).istore(ROW_OFFSETS + row);
            code.loadConstant(row).iload(ROWS).if_icmpge(missing);
            code.iload(ROW_OFFSETS + row).iload(STRIDE).iadd().istore(ROW_OFFSETS + row);
            code.labelBinding(missing);
        }
    }

    /// The last square ends with the last column, and so does some columns twice.
    private void stepBackAtTheEnd() {
        Label fits = code.newLabel();
        code.iload(COLUMN).iload(COLUMNS).loadConstant(lanes).isub().if_icmple(fits);
        code.iload(COLUMNS).loadConstant(lanes).isub().istore(COLUMN);
        code.labelBinding(fits);
    }

    private void rotateRows() {
        for (int row = 0; row < lanes; row++) {
            Species.load(code).aload(FROM).iload(ROW_OFFSETS + row).iload(COLUMN).iadd()
                    .invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int));
            rotate((lanes - row) % lanes);
            code.astore(vectors + row);
        }
    }

    private int blend() {
        int from = vectors;
        int constant = lanes;
        for (int bit = 1; bit < lanes; bit *= 2, constant++) {
            int to = from == vectors ? vectors + lanes : vectors;
            for (int row = 0; row < lanes; row++) {
                code.aload(from + row).aload(from + (row + bit) % lanes);
                constant(constant, MASK);
                code.invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY_VECTOR, MASK)).astore(to + row);
            }
            from = to;
        }
        return from;
    }

    private void rotateColumns(int from) {
        for (int column = 0; column < lanes; column++) {
            code.aload(from + (lanes - column) % lanes);
            rotate(column);
            code.aload(TO).iload(TO_AT).invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
            code.iload(TO_AT).iload(TO_STRIDE).iadd().istore(TO_AT);
        }
    }

    private void rotate(int by) {
        if (by != 0) {
            constant(by, SHUFFLE);
            code.invokevirtual(VECTOR, "rearrange", MethodTypeDesc.of(VECTOR, SHUFFLE));
        }
    }

    private void constant(int index, ClassDesc type) {
        code.loadConstant(DynamicConstantDesc.ofNamed(CLASS_DATA, DEFAULT_NAME, type, index));
    }
}
