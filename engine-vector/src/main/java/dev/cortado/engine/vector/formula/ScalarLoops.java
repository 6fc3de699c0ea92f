package dev.cortado.engine.vector.formula;

/// An [Operation] over a block of numbers, one plain loop each: the arithmetic ones are vectorised by the compiler itself.
///
/// Each loop is a method of its own, so that it is compiled as soon as it is hot, for itself, and those that nobody asks for never are. In one
/// method with all of them a short training waited for the compiler, with its loops interpreted meanwhile.
final class ScalarLoops {
    private ScalarLoops() {}

    static void run(Operation operation, float[] a, float[] b, float[] c, float[] to, int length) {
        switch (operation) {
            case ADD -> add(a, b, to, length);
            case SUBTRACT -> subtract(a, b, to, length);
            case MULTIPLY -> multiply(a, b, to, length);
            case DIVIDE -> divide(a, b, to, length);
            case MINIMUM, MINIMUM_OF_BOUND -> minimum(a, b, to, length);
            case MAXIMUM, MAXIMUM_OF_BOUND -> maximum(a, b, to, length);
            case LESS -> less(a, b, to, length);
            case LESS_OR_EQUAL -> lessOrEqual(a, b, to, length);
            case EQUAL -> equal(a, b, to, length);
            case NEGATE -> negate(a, to, length);
            case ABS -> abs(a, to, length);
            case SIGN -> sign(a, to, length);
            case SQRT -> sqrt(a, to, length);
            case POWER -> power(a, b, to, length);
            case SELECT -> select(a, b, c, to, length);
            case EXP -> exp(a, to, length);
            case LOG -> log(a, to, length);
            case TANH -> tanh(a, to, length);
            case SIGMOID -> sigmoid(a, to, length);
            case SOFTPLUS -> softplus(a, to, length);
            case ERF -> erf(a, to, length);
            case BOUNDED_EXP -> boundedExp(a, to, length);
            case SIGMOID_OF_EXP -> sigmoidOfExp(a, to, length);
            case TANH_OF_SOFTPLUS_OF_EXP -> tanhOfSoftplusOfExp(a, to, length);
        }
    }

    private static void add(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] + b[i];
        }
    }

    private static void subtract(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] - b[i];
        }
    }

    private static void multiply(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] * b[i];
        }
    }

    private static void divide(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] / b[i];
        }
    }

    private static void minimum(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Math.min(a[i], b[i]);
        }
    }

    private static void maximum(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Math.max(a[i], b[i]);
        }
    }

    private static void less(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] < b[i] ? 1 : 0;
        }
    }

    private static void lessOrEqual(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] <= b[i] ? 1 : 0;
        }
    }

    private static void equal(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] == b[i] ? 1 : 0;
        }
    }

    private static void negate(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = -a[i];
        }
    }

    private static void abs(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Math.abs(a[i]);
        }
    }

    private static void sign(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = Math.signum(a[i]);
        }
    }

    private static void sqrt(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = (float) Math.sqrt(a[i]);
        }
    }

    private static void power(float[] a, float[] b, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = (float) Math.pow(a[i], b[i]);
        }
    }

    private static void select(float[] a, float[] b, float[] c, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = a[i] != 0 ? b[i] : c[i];
        }
    }

    private static void exp(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.exp(a[i]);
        }
    }

    private static void log(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.log(a[i]);
        }
    }

    private static void tanh(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.tanh(a[i]);
        }
    }

    private static void sigmoid(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.sigmoid(a[i]);
        }
    }

    private static void softplus(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.softplus(a[i]);
        }
    }

    private static void erf(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.erf(a[i]);
        }
    }

    private static void boundedExp(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.boundedExp(a[i]);
        }
    }

    private static void sigmoidOfExp(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.sigmoidOfExp(a[i]);
        }
    }

    private static void tanhOfSoftplusOfExp(float[] a, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = ScalarFunctions.tanhOfSoftplusOfExp(a[i]);
        }
    }
}
