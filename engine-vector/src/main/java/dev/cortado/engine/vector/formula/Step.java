package dev.cortado.engine.vector.formula;

import java.util.stream.IntStream;

/// How one value of a [Program] comes about. Operands are the numbers of earlier steps, −1 where unused.
sealed interface Step {
    /// An element of an input.
    record Input(int number) implements Step {}

    /// A number given at the call.
    record Scalar(int number) implements Step {}

    /// A constant, by its bits, so that −0 is not 0.
    record Constant(int bits) implements Step {
        static Constant of(float value) {
            return new Constant(Float.floatToRawIntBits(value));
        }

        float value() {
            return Float.intBitsToFloat(bits);
        }
    }

    /// An operation on earlier values.
    record Apply(Operation operation, int first, int second, int third) implements Step {
        /// The steps it reads.
        IntStream operands() {
            return IntStream.of(first, second, third).filter(step -> step >= 0);
        }
    }
}
