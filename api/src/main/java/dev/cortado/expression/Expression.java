package dev.cortado.expression;

import java.util.List;
import java.util.Map;

/// An element-wise formula: an immutable graph of inputs, constants, scalars and operations.
///
/// Expressions are compared by structure, differentiate themselves ([#derivative]) and print themselves, as text
/// (`toString`) and as LaTeX ([#latex]). They follow IEEE 754 arithmetic node by node: nothing is reordered.
///
/// ```java
/// Expression.Input x = Expression.input("x");
/// Expression swish = x.times(x.sigmoid());
/// ```
public sealed interface Expression permits Expression.Input, Expression.Scalar, Expression.Constant, Operation, Call {

    /// A tensor's element, by the name under which the tensor is given.
    record Input(String name, Extent extent) implements Expression {
        @Override
        public boolean equals(Object other) {
            return other instanceof Input that && name.equals(that.name) && extent == that.extent;
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A number given anew at every call, the same for all elements: a learning rate.
    record Scalar(String name) implements Expression {
        @Override
        public boolean equals(Object other) {
            return other instanceof Scalar that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// A number that is part of the formula.
    record Constant(double value) implements Expression {
        @Override
        public boolean equals(Object other) {
            return other instanceof Constant that && Double.doubleToLongBits(value) == Double.doubleToLongBits(that.value);
        }

        @Override
        public int hashCode() {
            return Double.hashCode(value);
        }

        @Override
        public String toString() {
            return Notation.TEXT.print(this);
        }
    }

    /// An input with a number for every element.
    static Input input(String name) {
        return new Input(name, Extent.FULL);
    }

    /// An input of one row, used again for every row.
    static Input row(String name) {
        return new Input(name, Extent.ROW);
    }

    /// An input of one number for every row.
    static Input column(String name) {
        return new Input(name, Extent.COLUMN);
    }

    /// A number given at every call.
    static Scalar scalar(String name) {
        return new Scalar(name);
    }

    /// A number that never changes.
    static Constant constant(double value) {
        return new Constant(value);
    }

    /// `chosen` where the condition is not 0, `otherwise` where it is; what is not chosen has no effect, not even as NaN.
    static Expression select(Expression condition, Expression chosen, Expression otherwise) {
        return new Operation(Operator.SELECT, List.of(condition, chosen, otherwise));
    }

    /// this + other.
    default Expression plus(Expression other) {
        return new Operation(Operator.ADD, List.of(this, other));
    }

    /// this + value.
    default Expression plus(double value) {
        return plus(constant(value));
    }

    /// this − other.
    default Expression minus(Expression other) {
        return new Operation(Operator.SUBTRACT, List.of(this, other));
    }

    /// this − value.
    default Expression minus(double value) {
        return minus(constant(value));
    }

    /// this · other.
    default Expression times(Expression other) {
        return new Operation(Operator.MULTIPLY, List.of(this, other));
    }

    /// this · value; this itself for 1, which changes no number.
    default Expression times(double value) {
        return value == 1 ? this : times(constant(value));
    }

    /// this / other.
    default Expression dividedBy(Expression other) {
        return new Operation(Operator.DIVIDE, List.of(this, other));
    }

    /// this / value.
    default Expression dividedBy(double value) {
        return dividedBy(constant(value));
    }

    /// The smaller of the two.
    default Expression min(Expression other) {
        return new Operation(Operator.MINIMUM, List.of(this, other));
    }

    /// The smaller of the two.
    default Expression min(double value) {
        return min(constant(value));
    }

    /// The larger of the two.
    default Expression max(Expression other) {
        return new Operation(Operator.MAXIMUM, List.of(this, other));
    }

    /// The larger of the two.
    default Expression max(double value) {
        return max(constant(value));
    }

    /// this to the power of the exponent.
    default Expression pow(Expression exponent) {
        return new Operation(Operator.POWER, List.of(this, exponent));
    }

    /// this to the power of the exponent.
    default Expression pow(double exponent) {
        return pow(constant(exponent));
    }

    /// this · this.
    default Expression square() {
        return times(this);
    }

    /// 1 where this < other, 0 elsewhere.
    default Expression lessThan(Expression other) {
        return new Operation(Operator.LESS, List.of(this, other));
    }

    /// 1 where this < value, 0 elsewhere.
    default Expression lessThan(double value) {
        return lessThan(constant(value));
    }

    /// 1 where this ≤ other, 0 elsewhere.
    default Expression atMost(Expression other) {
        return new Operation(Operator.LESS_OR_EQUAL, List.of(this, other));
    }

    /// 1 where this ≤ value, 0 elsewhere.
    default Expression atMost(double value) {
        return atMost(constant(value));
    }

    /// 1 where this > other, 0 elsewhere.
    default Expression greaterThan(Expression other) {
        return other.lessThan(this);
    }

    /// 1 where this > value, 0 elsewhere.
    default Expression greaterThan(double value) {
        return greaterThan(constant(value));
    }

    /// 1 where this ≥ other, 0 elsewhere.
    default Expression atLeast(Expression other) {
        return other.atMost(this);
    }

    /// 1 where this ≥ value, 0 elsewhere.
    default Expression atLeast(double value) {
        return atLeast(constant(value));
    }

    /// 1 where this = other, 0 elsewhere.
    default Expression equalTo(Expression other) {
        return new Operation(Operator.EQUAL, List.of(this, other));
    }

    /// −this.
    default Expression negate() {
        return new Operation(Operator.NEGATE, List.of(this));
    }

    /// e to the power of this.
    default Expression exp() {
        return new Operation(Operator.EXP, List.of(this));
    }

    /// The natural logarithm.
    default Expression log() {
        return new Operation(Operator.LOG, List.of(this));
    }

    /// The square root.
    default Expression sqrt() {
        return new Operation(Operator.SQRT, List.of(this));
    }

    /// The hyperbolic tangent.
    default Expression tanh() {
        return new Operation(Operator.TANH, List.of(this));
    }

    /// The logistic function 1 / (1 + e^−this).
    default Expression sigmoid() {
        return new Operation(Operator.SIGMOID, List.of(this));
    }

    /// log(1 + e^this), without overflow.
    default Expression softplus() {
        return new Operation(Operator.SOFTPLUS, List.of(this));
    }

    /// The Gauss error function.
    default Expression erf() {
        return new Operation(Operator.ERF, List.of(this));
    }

    /// The absolute value.
    default Expression abs() {
        return new Operation(Operator.ABS, List.of(this));
    }

    /// −1, 0 or 1.
    default Expression sign() {
        return new Operation(Operator.SIGN, List.of(this));
    }

    /// A function that only Java code can tell, applied to this.
    default Expression call(ScalarFunction function) {
        return new Call(function, false, this);
    }

    /// The derivative with respect to an input, by the rules of calculus. Where it contains the value itself, it uses it
    /// again, so that the sigmoid's is `sigmoid(x) · (1 − sigmoid(x))`. At a kink it is one of the one-sided slopes; steps,
    /// signs and comparisons have slope 0.
    ///
    /// @throws UnsupportedOperationException if it needs the slope of a [ScalarFunction]'s slope
    default Expression derivative(Input input) {
        return Derivative.of(this, input);
    }

    /// This expression with every occurrence of a part (by structure) replaced.
    default Expression replace(Expression part, Expression replacement) {
        return new Replacement(part, replacement).in(this);
    }

    /// Whether a part occurs in this expression, by structure.
    default boolean contains(Expression part) {
        return !replace(part, constant(Double.NaN)).equals(replace(part, constant(0.5)));
    }

    /// The value in float64 for these inputs and scalars, by name.
    ///
    /// @throws IllegalArgumentException if a name is missing
    default double evaluate(Map<String, Double> values) {
        return new Evaluation(values).of(this);
    }

    /// This formula as LaTeX, without delimiters.
    default String latex() {
        return Notation.LATEX.print(this);
    }
}
