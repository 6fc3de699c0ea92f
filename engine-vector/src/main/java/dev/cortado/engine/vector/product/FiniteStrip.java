package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Copies a strip of B and looks on the way whether it is finite. With plain loops until those with vectors are ripe.
final class FiniteStrip {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Ripeness ripeness;

    FiniteStrip(Ripeness ripeness) {
        this.ripeness = ripeness;
    }

    /// Copies `depth` steps of `vectors` vectors, one after the other, and says whether all are finite.
    ///
    /// @param at where the strip begins; its steps of k are `stride` apart
    /// @param out where the copy is to begin
    boolean copy(float[] b, int at, int stride, int depth, int vectors, float[] to, int out) {
        int width = vectors * LANES;
        if (ripeness.isRipe()) {
            return copyVectors(b, at, stride, depth, width, to, out);
        }
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            copyVectors(b, at, stride, 0, width, to, out);
        }
        int tasted = Math.min(depth, ripeness.appetite());
        long start = System.nanoTime();
        boolean finite = copyVectors(b, at, stride, tasted, width, to, out);
        ripeness.tasted(tasted, start);
        return copyPlainly(b, at + tasted * stride, stride, depth - tasted, width, to, out + tasted * width, width) && finite;
    }

    /// x · 0 is NaN unless x is finite, and NaN stays in a sum.
    private static boolean copyVectors(float[] b, int at, int stride, int depth, int width, float[] to, int out) {
        if (depth == 0) {
            return true;
        }
        int pairs = width / (2 * LANES) * 2 * LANES;
        FloatVector zero = FloatVector.zero(SPECIES), sum = zero, next = zero, odd = zero;
        for (int step = 0; step < depth; step++, at += stride, out += width) {
            for (int column = 0; column < pairs; column += 2 * LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, b, at + column), y = FloatVector.fromArray(SPECIES, b, at + column + LANES);
                x.intoArray(to, out + column);
                y.intoArray(to, out + column + LANES);
                sum = zero.fma(x, sum);
                next = zero.fma(y, next);
            }
            if (pairs < width) {
                FloatVector x = FloatVector.fromArray(SPECIES, b, at + pairs);
                x.intoArray(to, out + pairs);
                odd = zero.fma(x, odd);
            }
        }
        return sum.add(next).add(odd).compare(VectorOperators.EQ, 0).allTrue();
    }

    private static boolean copyPlainly(float[] b, int at, int stride, int depth, int width, float[] to, int out, int toStride) {
        boolean finite = true;
        for (int step = 0; step < depth; step++, at += stride, out += toStride) {
            for (int column = 0; column < width; column++) {
                float x = b[at + column];
                to[out + column] = x;
                finite &= Float.isFinite(x);
            }
        }
        return finite;
    }
}
