package dev.cortado.testkit.fault;

import dev.cortado.activation.Activation;
import dev.cortado.expression.Expression;
import dev.cortado.expression.ScalarFunction;

/// g(z) = z · |z| / 2 in Java code, or something else with a fault.
record FaultyActivation(Fault fault) implements Activation {
    enum Fault { NONE, WRONG_FACTOR, RIGHT_ONLY_FOR_POSITIVE_INPUTS, WRONG_AT_LARGE_INPUTS, INFINITY_OVER_INFINITY, OVERFLOWS }

    FaultyActivation() {
        this(Fault.NONE);
    }

    @Override
    public Expression apply(Expression x) {
        return switch (fault) {
            case INFINITY_OVER_INFINITY -> x.exp().dividedBy(x.exp().plus(1));
            case OVERFLOWS -> x.exp().exp();
            case NONE, WRONG_FACTOR, RIGHT_ONLY_FOR_POSITIVE_INPUTS, WRONG_AT_LARGE_INPUTS -> x.call(new HalfSquare(fault));
        };
    }

    record HalfSquare(Fault fault) implements ScalarFunction {
        @Override
        public double value(double x) {
            return x * Math.abs(x) / 2;
        }

        @Override
        public double slope(double x) {
            return switch (fault) {
                case WRONG_FACTOR -> 2 * Math.abs(x);
                case RIGHT_ONLY_FOR_POSITIVE_INPUTS -> x;
                case WRONG_AT_LARGE_INPUTS -> Math.min(Math.abs(x), 10);
                case NONE, INFINITY_OVER_INFINITY, OVERFLOWS -> Math.abs(x);
            };
        }
    }
}
