package dev.cortado.engine.vector.product;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import dev.cortado.engine.vector.product.TileShape.Lanes;
import dev.cortado.engine.vector.product.TileShape.Layout;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Writes the bytecode of a [Tile].
///
/// A tile is one plain loop over k with every sum in a local variable of its own, because only then C2 keeps the sums in registers; Java has no
/// macros to say "the same for thirteen rows", so the loop is written here. In Java, a tile of two rows and two vectors would read
///
///     for (int t = 0; t < strips; t++) {
///         FloatVector c00 = fromArray(S, start, startOffset), c01 = …, c10 = …, c11 = …;
///         for (int p = 0, bo = bOffset; p < k; p++, bo += bStride) {
///             FloatVector b0 = fromArray(S, b, bo), b1 = fromArray(S, b, bo + L);
///             FloatVector x = broadcast(S, a[row0 + p]);
///             c00 = x.fma(b0, c00); c01 = x.fma(b1, c01);
///             x = broadcast(S, a[row1 + p]);
///             c10 = x.fma(b0, c10); c11 = x.fma(b1, c11);
///         }
///         c00.intoArray(c, cOffset); …
///         bOffset += bStrip; startOffset += 2 * L; cOffset += 2 * L;
///     }
///
/// k is not unrolled (C2 would run out of registers), and nothing in the loop over k is masked (on 256 bits that is slow, and C1 gives up on it).
final class TileWriter {
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.FloatVector");
    private static final ClassDesc ANY_VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc FLAGS = CD_boolean.arrayType();
    private static final ClassDesc TILE = ClassDesc.of(Tile.class.getName());
    private static final MethodTypeDesc MULTIPLY = MethodTypeDesc.of(CD_void, FLOATS, CD_int, CD_int, FLOATS, CD_int, CD_int,
            FLOATS, CD_int, CD_int, FLOATS, CD_int, CD_int, CD_int, CD_int, CD_int, FLAGS, CD_int);

    // The parameters' slots, in the order of Tile.multiply; slot 0 is `this`.
    private static final int A = 1, A_OFFSET = 2, A_STRIDE = 3, B = 4, B_OFFSET = 5, B_STRIDE = 6, START = 7, START_OFFSET = 8, START_STRIDE = 9,
            C = 10, C_OFFSET = 11, C_STRIDE = 12, K = 13, STRIPS = 14, B_STRIP = 15, EDGE = 16, LANES = 17;
    private static final int STRIP = 18, P = 19, B_AT = 20, AT = 21, LANE_MASK = 22, FACTOR = 23, FIRST_FREE = 24;

    private final TileShape shape;
    private final int lanes;
    private final CodeBuilder code;
    private final int rowsAt;
    private final int columns;
    private final int sums;

    private TileWriter(TileShape shape, int lanes, CodeBuilder code) {
        this.shape = shape;
        this.lanes = lanes;
        this.code = code;
        rowsAt = FIRST_FREE;
        columns = rowsAt + shape.rows();
        sums = columns + shape.vectors();
    }

    static Tile write(TileShape shape, int lanes) {
        ClassDesc name = ClassDesc.of(TileWriter.class.getPackageName(), "Tile" + shape.rows() + "x" + shape.vectors() * lanes);
        byte[] bytes = ClassFile.of().build(name, type -> type
                .withFlags(ClassFile.ACC_FINAL)
                .withInterfaceSymbols(TILE)
                .withMethodBody(INIT_NAME, MTD_void, 0, code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_())
                .withMethodBody("multiply", MULTIPLY, ClassFile.ACC_PUBLIC, code -> new TileWriter(shape, lanes, code).multiply()));
        try {
            var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return (Tile) lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("Cannot define the tile " + shape, e);
        }
    }

    private void multiply() {
        if (shape.lanes() == Lanes.BLENDED || shape.lanes() == Lanes.MASKED) {
            species().aload(EDGE).iload(LANES).invokestatic(MASK, "fromArray", MethodTypeDesc.of(MASK, SPECIES, FLAGS, CD_int)).astore(LANE_MASK);
        }
        if (shape.layout() == Layout.ROWS) {
            findRows();
        }
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(STRIP);
        code.labelBinding(next).iload(STRIP).iload(STRIPS).if_icmpge(end);
        startSums();
        sumOverK();
        storeSums();
        code.iload(B_OFFSET).iload(B_STRIP).iadd().istore(B_OFFSET);
        code.iinc(START_OFFSET, shape.vectors() * lanes).iinc(C_OFFSET, shape.vectors() * lanes).iinc(STRIP, 1).goto_(next);
        code.labelBinding(end).return_();
    }

    private void findRows() {
        code.iload(A_OFFSET).istore(rowsAt);
        for (int row = 1; row < shape.rows(); row++) {
            code.iload(rowsAt + row - 1).iload(A_STRIDE).iadd().istore(rowsAt + row);
        }
    }

    private void startSums() {
        code.iload(START_OFFSET).istore(AT);
        for (int row = 0; row < shape.rows(); row++) {
            for (int v = 0; v < shape.vectors(); v++) {
                load(START, AT, v, shape.lanes() == Lanes.MASKED);
                code.astore(sum(row, v));
            }
            code.iload(AT).iload(START_STRIDE).iadd().istore(AT);
        }
    }

    private void sumOverK() {
        Label step = code.newLabel();
        Label done = code.newLabel();
        code.iload(B_OFFSET).istore(B_AT).iload(A_OFFSET).istore(AT).iconst_0().istore(P);
        code.labelBinding(step).iload(P).iload(K).if_icmpge(done);
        for (int v = 0; v < shape.vectors(); v++) {
            load(B, B_AT, v, false);
            code.astore(columns + v);
        }
        for (int row = 0; row < shape.rows(); row++) {
            broadcast(row);
            for (int v = 0; v < shape.vectors(); v++) {
                code.aload(FACTOR).aload(columns + v).aload(sum(row, v))
                        .invokevirtual(VECTOR, "fma", MethodTypeDesc.of(VECTOR, ANY_VECTOR, ANY_VECTOR)).astore(sum(row, v));
            }
        }
        code.iload(B_AT).iload(B_STRIDE).iadd().istore(B_AT);
        if (shape.layout() == Layout.COLUMNS) {
            code.iload(AT).iload(A_STRIDE).iadd().istore(AT);
        }
        code.iinc(P, 1).goto_(step);
        code.labelBinding(done);
    }

    private void broadcast(int row) {
        species().aload(A);
        switch (shape.layout()) {
            case ROWS -> code.iload(rowsAt + row).iload(P).iadd();
            case COLUMNS -> code.iload(AT).loadConstant(row).iadd();
        }
        code.faload().invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, CD_float)).astore(FACTOR);
    }

    private void storeSums() {
        code.iload(C_OFFSET).istore(AT);
        for (int row = 0; row < shape.rows(); row++) {
            for (int v = 0; v < shape.vectors(); v++) {
                store(sum(row, v), v);
            }
            code.iload(AT).iload(C_STRIDE).iadd().istore(AT);
        }
    }

    private void load(int array, int at, int vector, boolean masked) {
        species().aload(array);
        index(at, vector);
        if (masked) {
            code.aload(LANE_MASK).invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int, MASK));
        } else {
            code.invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int));
        }
    }

    private void store(int sum, int vector) {
        switch (shape.lanes()) {
            case ALL, OVERLAPPING, MASKED -> code.aload(sum);
            case BLENDED -> {
                load(C, AT, vector, false);
                code.aload(sum).aload(LANE_MASK).invokevirtual(VECTOR, "blend", MethodTypeDesc.of(VECTOR, ANY_VECTOR, MASK));
            }
        }
        code.aload(C);
        index(AT, vector);
        if (shape.lanes() == Lanes.MASKED) {
            code.aload(LANE_MASK).invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int, MASK));
        } else {
            code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
        }
    }

    private void index(int at, int vector) {
        code.iload(at);
        if (vector > 0 && shape.lanes() == Lanes.OVERLAPPING) {
            code.iload(LANES).iadd();
        } else if (vector > 0) {
            code.loadConstant(vector * lanes).iadd();
        }
    }

    private CodeBuilder species() {
        return code.getstatic(VECTOR, "SPECIES_PREFERRED", SPECIES);
    }

    private int sum(int row, int vector) {
        return sums + row * shape.vectors() + vector;
    }
}
