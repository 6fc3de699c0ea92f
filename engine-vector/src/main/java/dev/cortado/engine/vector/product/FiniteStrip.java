package dev.cortado.engine.vector.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Looks whether a strip of B is finite, and copies it on the way if that is wanted. With plain loops until those with vectors are ripe.
final class FiniteStrip {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final Ripeness looking;
    private final Ripeness copying;

    FiniteStrip(Ripeness looking, Ripeness copying) {
        this.looking = looking;
        this.copying = copying;
    }

    /// Whether `depth` steps of `vectors` vectors are finite, an even number.
    ///
    /// @param at where the strip begins; its steps of k are `stride` apart
    boolean isFinite(float[] b, int at, int stride, int depth, int vectors) {
        boolean finite = true;
        for (int vector = 0; vector < vectors; vector += 2) {
            finite &= isFinite(b, at + vector * LANES, stride, depth);
        }
        return finite;
    }

    private boolean isFinite(float[] b, int at, int stride, int depth) {
        if (looking.isRipe()) {
            return areFinite(b, at, stride, depth);
        }
        for (int i = looking.idleCalls(); i > 0; i--) {
            areFinite(b, at, stride, 0);
        }
        int tasted = Math.min(depth, looking.appetite());
        long start = System.nanoTime();
        boolean finite = areFinite(b, at, stride, tasted);
        looking.tasted(tasted, start);
        return finite && copyPlainly(b, at + tasted * stride, stride, depth - tasted, 2 * LANES, b, at + tasted * stride, stride);
    }

    /// x · 0 is NaN unless x is finite, and NaN stays in a sum. Four sums for each of two vectors, for a sum waits for itself.
    private static boolean areFinite(float[] b, int at, int stride, int depth) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero, s6 = zero, s7 = zero;
        int step = 0;
        for (; step < depth - 3; step += 4) {
            s0 = zero.fma(FloatVector.fromArray(SPECIES, b, at), s0);
            s1 = zero.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s1);
            at += stride;
            s2 = zero.fma(FloatVector.fromArray(SPECIES, b, at), s2);
            s3 = zero.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s3);
            at += stride;
            s4 = zero.fma(FloatVector.fromArray(SPECIES, b, at), s4);
            s5 = zero.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s5);
            at += stride;
            s6 = zero.fma(FloatVector.fromArray(SPECIES, b, at), s6);
            s7 = zero.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s7);
            at += stride;
        }
        for (; step < depth; step++, at += stride) {
            s0 = zero.fma(FloatVector.fromArray(SPECIES, b, at), s0);
            s1 = zero.fma(FloatVector.fromArray(SPECIES, b, at + LANES), s1);
        }
        FloatVector sum = s0.add(s1).add(s2.add(s3)).add(s4.add(s5).add(s6.add(s7)));
        return sum.compare(VectorOperators.EQ, 0).allTrue();
    }

    /// Copies `depth` steps of `vectors` vectors one after the other, and says whether they are finite.
    boolean copy(float[] b, int at, int stride, int depth, int vectors, float[] to) {
        int width = vectors * LANES;
        if (copying.isRipe()) {
            return copyVectors(b, at, stride, depth, width, to);
        }
        for (int i = copying.idleCalls(); i > 0; i--) {
            copyVectors(b, at, stride, 0, width, to);
        }
        int tasted = Math.min(depth, copying.appetite());
        long start = System.nanoTime();
        boolean finite = copyVectors(b, at, stride, tasted, width, to);
        copying.tasted(tasted, start);
        return copyPlainly(b, at + tasted * stride, stride, depth - tasted, width, to, tasted * width, width) && finite;
    }

    private static boolean copyVectors(float[] b, int at, int stride, int depth, int width, float[] to) {
        FloatVector zero = FloatVector.zero(SPECIES), sum = zero, next = zero;
        for (int step = 0, out = 0; step < depth; step++, at += stride, out += width) {
            for (int column = 0; column < width; column += 2 * LANES) {
                FloatVector x = FloatVector.fromArray(SPECIES, b, at + column), y = FloatVector.fromArray(SPECIES, b, at + column + LANES);
                x.intoArray(to, out + column);
                y.intoArray(to, out + column + LANES);
                sum = zero.fma(x, sum);
                next = zero.fma(y, next);
            }
        }
        return sum.add(next).compare(VectorOperators.EQ, 0).allTrue();
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
