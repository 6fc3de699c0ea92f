package dev.cortado.engine;

import dev.cortado.expression.Operator;

/// An operator over a block of numbers: one plain loop each for the frequent ones, so that the compiler can vectorise them.
final class BlockLoops {
    private BlockLoops() {
    }

    static void apply(Operator operator, float[] a, float[] b, float[] c, float[] to, int length) {
        switch (operator) {
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
            case MINIMUM -> {
                for (int i = 0; i < length; i++) {
                    to[i] = Math.min(a[i], b[i]);
                }
            }
            case MAXIMUM -> {
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
            case SQRT -> {
                for (int i = 0; i < length; i++) {
                    to[i] = (float) Math.sqrt(a[i]);
                }
            }
            case EXP -> {
                for (int i = 0; i < length; i++) {
                    to[i] = (float) Math.exp(a[i]);
                }
            }
            case SELECT -> {
                for (int i = 0; i < length; i++) {
                    to[i] = a[i] != 0 ? b[i] : c[i];
                }
            }
            case POWER, LOG, TANH, SIGMOID, SOFTPLUS, ERF, SIGN -> {
                for (int i = 0; i < length; i++) {
                    to[i] = operator.apply(a[i], b[i], c[i]);
                }
            }
        }
    }
}
