package dev.cortado.engine.vector.formula;

/// Every transcendental [Operation] on one number: the twin of [VectorFunctions], step by step and bit for bit.
///
/// Short work runs on these, because vector code is slow until it is compiled; and what they promise holds for the vectors too. They are
/// exact where the result is an infinity, a NaN, or 0, and keep the sign of 0.
final class ScalarFunctions {
    /// 1.5 · 2²³: a number of this size has no bits for fractions, so that adding it rounds to an integer.
    private static final float ROUNDING = 12582912f;

    private static final float LOG2_HIGH = 0x1.63p-1f;
    private static final float LOG2_LOW = -2.1219444e-4f;
    private static final float EXP_LOWEST = -104;

    private ScalarFunctions() {}

    static float exp(float x) {
        float bounded = atMost(atLeastLowest(x), 89);
        float n = nearest(bounded);
        float half = Math.fma(n - ROUNDING, 0.5f, ROUNDING);
        int rest = Float.floatToRawIntBits(n) - Float.floatToRawIntBits(half);
        float mantissa = expm1OfRemainder(remainder(bounded, n)) + 1;
        return mantissa * powerOfTwo(half) * Float.intBitsToFloat((rest << 23) + 0x3F800000);
    }

    private static float lowExp(float x) {
        float bounded = atLeastLowest(x);
        float n = nearest(bounded);
        float mantissa = expm1OfRemainder(remainder(bounded, n)) + 1;
        float power = Float.intBitsToFloat((Float.floatToRawIntBits(n) << 23) + 0x67800000);
        return mantissa * power * 0x1p-80f;
    }

    private static float atLeastLowest(float x) {
        return x < EXP_LOWEST ? EXP_LOWEST : x;
    }

    private static float atMost(float x, float bound) {
        return x > bound ? bound : x;
    }

    private static float nearest(float x) {
        return Math.fma(x, 1.442695f, ROUNDING);
    }

    private static float remainder(float x, float nearest) {
        float n = nearest - ROUNDING;
        return Math.fma(n, -LOG2_LOW, Math.fma(n, -LOG2_HIGH, x));
    }

    private static float expm1OfRemainder(float r) {
        float p = Math.fma(r, 0.0013862798f, 0.008367441f);
        p = Math.fma(p, r, 0.04166725f);
        p = Math.fma(p, r, 0.16666535f);
        p = Math.fma(p, r, 0.5f);
        return Math.fma(p, r * r, r);
    }

    private static float powerOfTwo(float nearest) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(nearest) << 23) + 0x3F800000);
    }

    static float sigmoid(float x) {
        float e = lowExp(minusAbs(x));
        return (x < 0 ? e : 1) / (e + 1);
    }

    private static float minusAbs(float x) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(x) | 0x80000000);
    }

    static float tanh(float x) {
        float twice = atMost(Math.abs(x), 10) * 2;
        float n = nearest(twice);
        float power = powerOfTwo(n);
        float e = Math.fma(power, expm1OfRemainder(remainder(twice, n)), power - 1);
        return withSign(e / (e + 2), x);
    }

    private static float withSign(float magnitude, float sign) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(magnitude) | (Float.floatToRawIntBits(sign) & 0x80000000));
    }

    static float softplus(float x) {
        float e = lowExp(minusAbs(x));
        boolean upper = e > 0.41421357f;
        float f = upper ? Math.fma(e, 0.5f, -0.5f) : e;
        float log = Math.fma(log1pSeries(f), f * f, f) + (upper ? 0.6931472f : 0);
        return (x <= 0 ? 0 : x) + log;
    }

    private static float log1pSeries(float f) {
        float p = Math.fma(f, -0.076369405f, 0.12762485f);
        p = Math.fma(p, f, -0.1315955f);
        p = Math.fma(p, f, 0.1420154f);
        p = Math.fma(p, f, -0.1662341f);
        p = Math.fma(p, f, 0.20001243f);
        p = Math.fma(p, f, -0.2500082f);
        p = Math.fma(p, f, 0.3333333f);
        return Math.fma(p, f, -0.5f);
    }

    static float log(float x) {
        if (x <= 0) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (!(x < Float.POSITIVE_INFINITY)) {
            return x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * 0x1p23f : x);
        int exponent = (bits - 0x3F3504F3) >> 23;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float n = Float.intBitsToFloat(exponent + 0x4B400000) - (subnormal ? ROUNDING + 23 : ROUNDING);
        float low = Math.fma(log1pSeries(f), f * f, n * LOG2_LOW);
        return Math.fma(n, LOG2_HIGH, low + f);
    }

    static float erf(float x) {
        float t = Math.abs(x);
        if (t < 0.9f) {
            float s = t * t;
            float p = Math.fma(s, -0.0006034507f, 0.0050014965f);
            p = Math.fma(p, s, -0.026772097f);
            p = Math.fma(p, s, 0.11281961f);
            p = Math.fma(p, s, -0.37612507f);
            p = Math.fma(p, s, 0.12837915f);
            return Math.fma(p, x, x);
        }
        return withSign(1 - erfc(atMost(t, 4)), x);
    }

    private static float erfc(float t) {
        float log = Math.fma(t, 0.00020044696f, -0.0030870272f);
        log = Math.fma(log, t, 0.02239973f);
        log = Math.fma(log, t, -0.10428605f);
        log = Math.fma(log, t, -0.63678324f);
        log = Math.fma(log, t, -1.1279095f);
        log = Math.fma(log, t, -0.00013982698f);
        float n = nearest(log);
        return (expm1OfRemainder(remainder(log, n)) + 1) * powerOfTwo(n);
    }

    static float boundedExp(float x) {
        return lowExp(atMost(x, 20));
    }

    static float sigmoidOfExp(float e) {
        return e / (e + 1);
    }

    static float tanhOfSoftplusOfExp(float e) {
        float w = (e + 2) * e;
        return w / (w + 2);
    }
}
