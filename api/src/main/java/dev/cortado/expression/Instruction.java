package dev.cortado.expression;

/// One line of a [Formula]: how one distinct value of it comes about. Operands are the numbers of earlier lines.
public sealed interface Instruction {

    /// Takes the element of the formula's input of this number.
    record Load(int input) implements Instruction {
    }

    /// Takes the formula's scalar of this number.
    record LoadScalar(int scalar) implements Instruction {
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
    }

    /// Calls a function written in Java, or its slope.
    record Invoke(ScalarFunction function, boolean slope, int operand) implements Instruction {
    }
}
