package dev.cortado.expression;

/// One line of a [Formula]: how one distinct value of it comes about. Operands are the numbers of earlier lines.
///
/// Those that every network has are compared by methods of their own: what a record has by itself takes 12 ms in each new process, and some more for each record.
public sealed interface Instruction {

    /// Takes the element of the formula's input of this number.
    record Load(int input) implements Instruction {
        @Override
        public boolean equals(Object other) {
            return other instanceof Load that && input == that.input;
        }

        @Override
        public int hashCode() {
            return input;
        }
    }

    /// Takes the formula's scalar of this number.
    record LoadScalar(int scalar) implements Instruction {
        @Override
        public boolean equals(Object other) {
            return other instanceof LoadScalar that && scalar == that.scalar;
        }

        @Override
        public int hashCode() {
            return scalar;
        }
    }

    /// Takes a constant.
    record LoadConstant(float value) implements Instruction {
        @Override
        public boolean equals(Object other) {
            return other instanceof LoadConstant that
                    && Float.floatToRawIntBits(value) == Float.floatToRawIntBits(that.value);
        }

        @Override
        public int hashCode() {
            return Float.floatToRawIntBits(value);
        }
    }

    /// Applies an operator to one, two or three earlier values; unused operands are −1.
    record Apply(Operator operator, int first, int second, int third) implements Instruction {
        @Override
        public boolean equals(Object other) {
            return other instanceof Apply that && operator == that.operator && first == that.first && second == that.second && third == that.third;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * operator.hashCode() + first) + second) + third;
        }
    }

    /// Calls a function written in Java, or its slope.
    record Invoke(ScalarFunction function, boolean slope, int operand) implements Instruction {
    }
}
