package dev.cortado.engine.vector.rows;

/// Sums in eight strands: element i goes to strand i mod 8, and the strands are joined pair by pair. The order depends on the length alone.
final class Strands {
    private Strands() {}

    static double sum(float[] a, int start, int end) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int i = start;
        for (; i <= end - 8; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        double rest = 0;
        for (; i < end; i++) {
            rest += a[i];
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7)) + rest;
    }

    static double dot(float[] a, float[] b, int start, int end) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = start;
        for (; i <= end - 4; i += 4) {
            s0 += (double) a[i] * b[i];
            s1 += (double) a[i + 1] * b[i + 1];
            s2 += (double) a[i + 2] * b[i + 2];
            s3 += (double) a[i + 3] * b[i + 3];
        }
        double rest = 0;
        for (; i < end; i++) {
            rest += (double) a[i] * b[i];
        }
        return (s0 + s2) + (s1 + s3) + rest;
    }

    /// The largest element; a NaN may be overlooked, because whatever is done with a row that has one gives NaN anyway.
    static float max(float[] a, int start, int end) {
        int max = ordered(Float.floatToRawIntBits(Float.NEGATIVE_INFINITY));
        for (int i = start; i < end; i++) {
            max = Math.max(max, ordered(Float.floatToRawIntBits(a[i])));
        }
        return Float.intBitsToFloat(ordered(max));
    }

    /// A float's bits as a number that is larger if the float is; and back.
    private static int ordered(int bits) {
        return bits ^ (bits >> 31 >>> 1);
    }
}
