package dev.cortado.engine.vector.species;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of the whole process: as long as this processor's. With a second length beside them, the compiler does well with neither.
///
/// Tests may ask for another length by the system property `cortado.test.species`, in bits. What the processor has no instructions for, the Vector API computes lane
/// by lane: very slowly, and with the same bits.
public final class Species {
    /// Vectors of floats.
    public static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, shape());
    /// As many integers.
    public static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

    private Species() {}

    /// Writes what puts [#FLOATS] on the stack, a constant for the compiler.
    public static CodeBuilder load(CodeBuilder code) {
        return code.getstatic(ClassDesc.of(Species.class.getName()), "FLOATS", ClassDesc.of(VectorSpecies.class.getName()));
    }

    private static VectorShape shape() {
        Integer bits = Integer.getInteger("cortado.test.species");
        return bits == null ? FloatVector.SPECIES_PREFERRED.vectorShape() : VectorShape.forBitSize(bits);
    }
}
