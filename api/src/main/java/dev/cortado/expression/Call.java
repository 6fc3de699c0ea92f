package dev.cortado.expression;

import java.util.Objects;

/// A [ScalarFunction], or its slope, applied to an expression.
public final class Call implements Expression {
    private final ScalarFunction function;
    private final boolean slope;
    private final Expression operand;
    private final int hash;

    Call(ScalarFunction function, boolean slope, Expression operand) {
        this.function = function;
        this.slope = slope;
        this.operand = operand;
        this.hash = Objects.hash(function, slope, operand);
    }

    /// The function.
    public ScalarFunction function() {
        return function;
    }

    /// Whether its slope is meant, not its value.
    public boolean slope() {
        return slope;
    }

    /// What it is applied to.
    public Expression operand() {
        return operand;
    }

    /// The value for one number.
    public double apply(double x) {
        return slope ? function.slope(x) : function.value(x);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Call that && hash == that.hash && Formula.of(this).equals(Formula.of(that)));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Notation.TEXT.print(this);
    }
}
