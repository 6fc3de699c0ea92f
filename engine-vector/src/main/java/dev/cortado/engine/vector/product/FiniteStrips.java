package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Copies strips of B and looks on the way whether they are finite. With plain loops until those with vectors are ripe.
final class FiniteStrips {
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

    private final Ripeness ripeness;
    private final boolean four;
    private final int width;

    /// @param width the columns of a strip: three vectors or four
    FiniteStrips(Ripeness ripeness, int width) {
        this.ripeness = ripeness;
        this.width = width;
        four = width == 4 * SPECIES.length();
    }

    /// Copies `depth` steps of k of some neighbouring strips, row by row as they lie, and says whether all are finite. Each copy is contiguous along k.
    ///
    /// @param at where the first strip begins; its steps are `stride` apart
    /// @param out where the first copy is to begin; the others follow
    boolean copy(float[] b, int at, int stride, int depth, int strips, float[] to, int out) {
        if (ripeness.isRipe()) {
            return copyVectors(b, at, stride, depth, strips, four, to, out, depth * width);
        }
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            copyVectors(b, at, stride, 0, strips, four, to, out, 0);
        }
        int tasted = Math.min(depth, ripeness.appetite());
        if (tasted > 0 && strips > 0) {
            long start = System.nanoTime();
            copyVectors(b, at, stride, tasted, 1, four, to, out, 0);
            ripeness.tasted(tasted, start);
        }
        return copyPlainly(b, at, stride, depth, strips, to, out);
    }

    /// x · 0 is NaN unless x is finite, and NaN stays in a sum.
    private static boolean copyVectors(float[] b, int at, int stride, int depth, int strips, boolean four, float[] to, int out, int toStrip) {
        if (depth == 0) {
            return true;
        }
        int lanes = SPECIES.length();
        int width = four ? 4 * lanes : 3 * lanes;
        FloatVector zero = FloatVector.zero(SPECIES), sumX = zero, sumY = zero, sumZ = zero;
        for (int step = 0; step < depth; step++) {
            int in = at + step * stride, next = out + step * width;
            for (int strip = 0; strip < strips; strip++) {
                FloatVector x = FloatVector.fromArray(SPECIES, b, in);
                FloatVector y = FloatVector.fromArray(SPECIES, b, in + lanes);
                FloatVector z = FloatVector.fromArray(SPECIES, b, in + 2 * lanes);
                x.intoArray(to, next);
                y.intoArray(to, next + lanes);
                z.intoArray(to, next + 2 * lanes);
                sumX = zero.fma(x, sumX);
                sumY = zero.fma(y, sumY);
                sumZ = zero.fma(z, sumZ);
                if (four) {
                    FloatVector last = FloatVector.fromArray(SPECIES, b, in + 3 * lanes);
                    last.intoArray(to, next + 3 * lanes);
                    sumX = zero.fma(last, sumX);
                }
                in += width;
                next += toStrip;
            }
        }
        return sumX.add(sumY).add(sumZ).compare(VectorOperators.EQ, 0).allTrue();
    }

    private boolean copyPlainly(float[] b, int at, int stride, int depth, int strips, float[] to, int out) {
        boolean finite = true;
        for (int step = 0; step < depth; step++) {
            for (int strip = 0; strip < strips; strip++) {
                int in = at + step * stride + strip * width, next = out + (strip * depth + step) * width;
                for (int column = 0; column < width; column++) {
                    float x = b[in + column];
                    to[next + column] = x;
                    finite &= Float.isFinite(x);
                }
            }
        }
        return finite;
    }
}
