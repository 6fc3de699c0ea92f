package dev.cortado.engine.vector.formula;

/// An [Operation] over a block of numbers, one plain loop each: the arithmetic ones are vectorised by the compiler itself.
final class ScalarLoops {
    private ScalarLoops() {}

    static void run(Operation operation, float[] a, float[] b, float[] c, float[] to, int length) {
        switch (operation) {
            case ADD -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] + b[i];
                }
            }
            case SUBTRACT -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] - b[i];
                }
            }
            case MULTIPLY -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] * b[i];
                }
            }
            case DIVIDE -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] / b[i];
                }
            }
            case MINIMUM, MINIMUM_OF_BOUND -> {
                for (int i = 0; i < length; i++) {
                    to[i] = Math.min(a[i], b[i]);
                }
            }
            case MAXIMUM, MAXIMUM_OF_BOUND -> {
                for (int i = 0; i < length; i++) {
                    to[i] = Math.max(a[i], b[i]);
                }
            }
            case LESS -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] < b[i] ? 1 : 0;
                }
            }
            case LESS_OR_EQUAL -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] <= b[i] ? 1 : 0;
                }
            }
            case EQUAL -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] == b[i] ? 1 : 0;
                }
            }
            case NEGATE -> {
                for (int i = 0; i < length; i++) {
                    to[i] = -a[i];
                }
            }
            case ABS -> {
                for (int i = 0; i < length; i++) {
                    to[i] = Math.abs(a[i]);
                }
            }
            case SIGN -> {
                for (int i = 0; i < length; i++) {
                    to[i] = Math.signum(a[i]);
                }
            }
            case SQRT -> {
                for (int i = 0; i < length; i++) {
                    to[i] = (float) Math.sqrt(a[i]);
                }
            }
            case POWER -> {
                for (int i = 0; i < length; i++) {
                    to[i] = (float) Math.pow(a[i], b[i]);
                }
            }
            case SELECT -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] != 0 ? b[i] : c[i];
                }
            }
            case EXP -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.exp(a[i]);
                }
            }
            case LOG -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.log(a[i]);
                }
            }
            case TANH -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.tanh(a[i]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.sigmoid(a[i]);
                }
            }
            case SOFTPLUS -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.softplus(a[i]);
                }
            }
            case ERF -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.erf(a[i]);
                }
            }
            case BOUNDED_EXP -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.boundedExp(a[i]);
                }
            }
            case SIGMOID_OF_EXP -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.sigmoidOfExp(a[i]);
                }
            }
            case TANH_OF_SOFTPLUS_OF_EXP -> {
                for (int i = 0; i < length; i++) {
                    to[i] = ScalarFunctions.tanhOfSoftplusOfExp(a[i]);
                }
            }
        }
    }
}
