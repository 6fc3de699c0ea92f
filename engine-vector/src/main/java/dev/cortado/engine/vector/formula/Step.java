package dev.cortado.engine.vector.formula;

import java.util.stream.IntStream;

/// How one value of a [Program] comes about. Operands are the numbers of earlier steps, −1 where unused.
///
/// Steps are compared by methods of their own, as the lines of a formula are: in a new process, what a record has by itself takes 12 ms.
sealed interface Step {
    /// An element of an input.
    record Input(int number) implements Step {
        @Override
        public boolean equals(Object other) {
            return other instanceof Input that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /// A number given at the call.
    record Scalar(int number) implements Step {
        @Override
        public boolean equals(Object other) {
            return other instanceof Scalar that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /// A constant, by its bits, so that −0 is not 0.
    record Constant(int bits) implements Step {
        static Constant of(float value) {
            return new Constant(Float.floatToRawIntBits(value));
        }

        float value() {
            return Float.intBitsToFloat(bits);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Constant that && bits == that.bits;
        }

        @Override
        public int hashCode() {
            return bits;
        }
    }

    /// An operation on earlier values.
    record Apply(Operation operation, int first, int second, int third) implements Step {
        /// The steps it reads.
        IntStream operands() {
            return IntStream.of(first, second, third).filter(step -> step >= 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Apply that && operation == that.operation && first == that.first && second == that.second && third == that.third;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * operation.hashCode() + first) + second) + third;
        }
    }
}
