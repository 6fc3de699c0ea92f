package dev.cortado.engine.vector.formula;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.OR;

import dev.cortado.engine.vector.species.Species;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// Every [Operation] on a vector of numbers. [ScalarFunctions] does the same to single numbers, bit for bit, and says with what error.
///
/// These methods are written to be read by [FunctionBodies], which copies their bytecode into the loop of a formula: called as methods, C2 gives up on inlining
/// after the first exp and puts every vector on the heap. So a method here has no branch, no second return, and never assigns to a parameter; a number is
/// written `k(…)`, so that it can be broadcast once, in front of the loop.
///
/// The largest errors over all 2³² floats, in units of the last place (the benchmarks' `ulp` finds them): exp 1.03, log 0.88, tanh 2.52, sigmoid 2.41,
/// softplus 1.76, erf 1.14; sqrt and the four operations are rounded as IEEE 754 has them.
/// Infinities and NaN are where they should be.
///
/// The JDK has exp and log for vectors too. They give other bits interpreted than compiled, which would make a training depend on the compiler's timing.
final class VectorFunctions {
    private VectorFunctions() {}

    /// A constant; never called, because the copy has it in a local variable.
    private static FloatVector k(float value) {
        return FloatVector.broadcast(Species.FLOATS, value);
    }

    static FloatVector add(FloatVector a, FloatVector b) {
        return a.add(b);
    }

    static FloatVector subtract(FloatVector a, FloatVector b) {
        return a.sub(b);
    }

    static FloatVector multiply(FloatVector a, FloatVector b) {
        return a.mul(b);
    }

    static FloatVector divide(FloatVector a, FloatVector b) {
        return a.div(b);
    }

    static FloatVector minimum(FloatVector a, FloatVector b) {
        return a.min(b);
    }

    static FloatVector maximum(FloatVector a, FloatVector b) {
        return a.max(b);
    }

    /// min(a, b) where b is neither NaN nor −0: two instructions instead of six.
    static FloatVector minimumOfBound(FloatVector a, FloatVector b) {
        return a.blend(b, a.compare(GT, b));
    }

    /// max(a, b) where b is neither NaN nor −0.
    static FloatVector maximumOfBound(FloatVector a, FloatVector b) {
        return a.blend(b, a.compare(LE, b));
    }

    static VectorMask<Float> less(FloatVector a, FloatVector b) {
        return a.compare(LT, b);
    }

    static VectorMask<Float> lessOrEqual(FloatVector a, FloatVector b) {
        return a.compare(LE, b);
    }

    static VectorMask<Float> equal(FloatVector a, FloatVector b) {
        return a.compare(EQ, b);
    }

    /// A condition as a mask; NaN counts as chosen.
    static VectorMask<Float> chosen(FloatVector condition) {
        return condition.compare(NE, k(0));
    }

    /// A mask as numbers, 1 where it is set.
    static FloatVector number(VectorMask<Float> mask) {
        return k(0).blend(k(1), mask);
    }

    static FloatVector select(VectorMask<Float> condition, FloatVector a, FloatVector b) {
        return b.blend(a, condition);
    }

    static FloatVector negate(FloatVector x) {
        return x.neg();
    }

    static FloatVector abs(FloatVector x) {
        return x.abs();
    }

    static FloatVector sqrt(FloatVector x) {
        return x.sqrt();
    }

    static FloatVector sign(FloatVector x) {
        return x.blend(k(1), x.compare(GT, k(0))).blend(k(-1), x.compare(LT, k(0)));
    }

    /// The exponent goes in by halves, so that neither 2¹²⁸ nor 2⁻¹⁵⁰ is met on the way.
    static FloatVector exp(FloatVector x) {
        FloatVector bounded = minimumOfBound(atLeastLowest(x), k(89));
        FloatVector n = nearest(bounded);
        FloatVector half = n.sub(k(12582912f)).fma(k(0.5f), k(12582912f));
        IntVector rest = n.reinterpretAsInts().sub(half.reinterpretAsInts());
        FloatVector mantissa = expm1OfRemainder(remainder(bounded, n)).add(k(1));
        return mantissa.mul(powerOfTwo(half)).mul(rest.lanewise(LSHL, 23).add(0x3F800000).reinterpretAsFloats());
    }

    /// exp(x) for x ≤ 20. The exponent is 80 too large until the last step, which rounds to a subnormal where need be.
    private static FloatVector lowExp(FloatVector x) {
        FloatVector bounded = atLeastLowest(x);
        FloatVector n = nearest(bounded);
        FloatVector mantissa = expm1OfRemainder(remainder(bounded, n)).add(k(1));
        FloatVector power = n.reinterpretAsInts().lanewise(LSHL, 23).add(0x67800000).reinterpretAsFloats();
        return mantissa.mul(power).mul(k(0x1p-80f));
    }

    /// Below −104 exp is 0.
    private static FloatVector atLeastLowest(FloatVector x) {
        return x.blend(k(-104), x.compare(LT, k(-104)));
    }

    /// x / log 2 rounded to an integer, plus 1.5 · 2²³: the integer is in the lowest bits.
    private static FloatVector nearest(FloatVector x) {
        return x.fma(k(1.442695f), k(12582912f));
    }

    /// x − n log 2, with log 2 in two parts, the first of which has few enough bits for n times it to be exact.
    private static FloatVector remainder(FloatVector x, FloatVector nearest) {
        FloatVector n = nearest.sub(k(12582912f));
        return n.fma(k(2.1219444e-4f), n.fma(k(-0x1.63p-1f), x));
    }

    /// exp(r) − 1 for |r| ≤ ½ log 2.
    private static FloatVector expm1OfRemainder(FloatVector r) {
        FloatVector p = r.fma(k(0.0013862798f), k(0.008367441f)).fma(r, k(0.04166725f)).fma(r, k(0.16666535f)).fma(r, k(0.5f));
        return p.fma(r.mul(r), r);
    }

    private static FloatVector powerOfTwo(FloatVector nearest) {
        return nearest.reinterpretAsInts().lanewise(LSHL, 23).add(0x3F800000).reinterpretAsFloats();
    }

    static FloatVector sigmoid(FloatVector x) {
        FloatVector e = lowExp(minusAbs(x));
        return k(1).blend(e, x.compare(LT, k(0))).div(e.add(k(1)));
    }

    private static FloatVector minusAbs(FloatVector x) {
        return x.reinterpretAsInts().lanewise(OR, 0x80000000).reinterpretAsFloats();
    }

    static FloatVector tanh(FloatVector x) {
        FloatVector twice = minimumOfBound(x.abs(), k(10)).mul(k(2));
        FloatVector n = nearest(twice);
        FloatVector power = powerOfTwo(n);
        FloatVector e = power.fma(expm1OfRemainder(remainder(twice, n)), power.sub(k(1)));
        return withSign(e.div(e.add(k(2))), x);
    }

    private static FloatVector withSign(FloatVector magnitude, FloatVector sign) {
        return magnitude.reinterpretAsInts()
                .lanewise(OR, sign.reinterpretAsInts().lanewise(AND, 0x80000000)).reinterpretAsFloats();
    }

    static FloatVector softplus(FloatVector x) {
        FloatVector e = lowExp(minusAbs(x));
        VectorMask<Float> upper = e.compare(GT, k(0.41421357f));
        FloatVector f = e.blend(e.fma(k(0.5f), k(-0.5f)), upper);
        FloatVector log = log1pSeries(f).fma(f.mul(f), f).add(k(0).blend(k(0.6931472f), upper));
        return maximumOfBound(x, k(0)).add(log);
    }

    /// (log(1 + f) − f) / f² for f from √½ − 1 to √2 − 1.
    private static FloatVector log1pSeries(FloatVector f) {
        FloatVector p = f.fma(k(-0.076369405f), k(0.12762485f)).fma(f, k(-0.1315955f)).fma(f, k(0.1420154f))
                .fma(f, k(-0.1662341f)).fma(f, k(0.20001243f)).fma(f, k(-0.2500082f)).fma(f, k(0.3333333f));
        return p.fma(f, k(-0.5f));
    }

    static FloatVector log(FloatVector x) {
        VectorMask<Float> subnormal = x.compare(LT, k(Float.MIN_NORMAL));
        IntVector bits = x.blend(x.mul(k(0x1p23f)), subnormal).reinterpretAsInts();
        IntVector exponent = bits.sub(0x3F3504F3).lanewise(ASHR, 23);
        FloatVector f = bits.sub(exponent.lanewise(LSHL, 23)).reinterpretAsFloats().sub(k(1));
        FloatVector n = exponent.add(0x4B400000).reinterpretAsFloats().sub(k(12582912f).blend(k(12582935f), subnormal));
        FloatVector low = log1pSeries(f).fma(f.mul(f), n.mul(k(-2.1219444e-4f)));
        FloatVector log = n.fma(k(0x1.63p-1f), low.add(f));
        return x.blend(log, x.compare(LT, k(Float.POSITIVE_INFINITY)))
                .blend(k(Float.NaN), x.compare(LT, k(0))).blend(k(Float.NEGATIVE_INFINITY), x.compare(EQ, k(0)));
    }

    static FloatVector erf(FloatVector x) {
        FloatVector t = x.abs();
        FloatVector s = t.mul(t);
        FloatVector inner = s.fma(k(-0.0006034507f), k(0.0050014965f)).fma(s, k(-0.026772097f)).fma(s, k(0.11281961f))
                .fma(s, k(-0.37612507f)).fma(s, k(0.12837915f)).fma(x, x);
        return withSign(k(1).sub(erfc(minimumOfBound(t, k(4)))), x).blend(inner, t.compare(LT, k(0.9f)));
    }

    /// 1 − erf(t) for t from 0.88 to 4, as the exp of a polynomial.
    private static FloatVector erfc(FloatVector t) {
        FloatVector log = t.fma(k(0.00020044696f), k(-0.0030870272f)).fma(t, k(0.02239973f)).fma(t, k(-0.10428605f))
                .fma(t, k(-0.63678324f)).fma(t, k(-1.1279095f)).fma(t, k(-0.00013982698f));
        FloatVector n = nearest(log);
        return expm1OfRemainder(remainder(log, n)).add(k(1)).mul(powerOfTwo(n));
    }

    /// exp(min(x, 20)), from which [#sigmoidOfExp] and [#tanhOfSoftplusOfExp] both go on.
    static FloatVector boundedExp(FloatVector x) {
        return lowExp(minimumOfBound(x, k(20)));
    }

    static FloatVector sigmoidOfExp(FloatVector e) {
        return e.div(e.add(k(1)));
    }

    /// tanh(log(1 + e)) = w / (w + 2) with w = e (e + 2).
    static FloatVector tanhOfSoftplusOfExp(FloatVector e) {
        FloatVector w = e.add(k(2)).mul(e);
        return w.div(w.add(k(2)));
    }
}
