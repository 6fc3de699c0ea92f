package dev.cortado.engine.vector.formula;

import java.util.Locale;

/// What a [Step] does to one, two or three earlier values: the formulas' operators, and what [Lowering] makes of some of them.
enum Operation {
    ADD, SUBTRACT, MULTIPLY, DIVIDE,
    MINIMUM, MAXIMUM,
    /// Minimum and maximum with a constant second operand that is neither NaN nor −0.
    MINIMUM_OF_BOUND, MAXIMUM_OF_BOUND,
    LESS, LESS_OR_EQUAL, EQUAL,
    NEGATE, ABS, SIGN, SQRT,
    EXP, LOG, TANH, SIGMOID, SOFTPLUS, ERF,
    /// exp(min(x, 20)), shared by the next two, which take it as their operand.
    BOUNDED_EXP, SIGMOID_OF_EXP, TANH_OF_SOFTPLUS_OF_EXP,
    POWER,
    SELECT;

    /// Whether the result is a condition.
    boolean compares() {
        return this == LESS || this == LESS_OR_EQUAL || this == EQUAL;
    }

    /// Whether there is a [VectorFunctions] for it.
    boolean vectorises() {
        return this != POWER;
    }

    /// What it costs without vectors, in about tenths of a nanosecond: the compiler itself makes vectors of arithmetic.
    int weight() {
        return switch (this) {
            case ADD, SUBTRACT, MULTIPLY, MINIMUM, MAXIMUM, MINIMUM_OF_BOUND, MAXIMUM_OF_BOUND, NEGATE, ABS -> 1;
            case DIVIDE, SQRT, LESS, LESS_OR_EQUAL, EQUAL, SELECT, SIGN -> 5;
            case EXP, LOG, TANH, SIGMOID, SOFTPLUS, ERF, BOUNDED_EXP -> 60;
            case SIGMOID_OF_EXP, TANH_OF_SOFTPLUS_OF_EXP -> 10;
            case POWER -> 300;
        };
    }

    /// The method of [VectorFunctions] for it: `MAXIMUM_OF_BOUND` has `maximumOfBound`.
    String function() {
        StringBuilder name = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
