package dev.cortado.expression;

import java.util.List;
import java.util.Objects;

/// An [Operator] applied to expressions.
///
/// The graph may share parts, and a tree walk would visit a shared part again and again: so the hash is computed once, and
/// equality compares the flattened [Formula]s.
public final class Operation implements Expression {
    private final Operator operator;
    private final List<Expression> operands;
    private final int hash;

    Operation(Operator operator, List<Expression> operands) {
        this.operator = operator;
        this.operands = operands;
        this.hash = Objects.hash(operator, operands);
    }

    /// What is done.
    public Operator operator() {
        return operator;
    }

    /// What it is done to, as many as the operator takes.
    public List<Expression> operands() {
        return operands;
    }

    /// One operand, counted from 0.
    public Expression operand(int index) {
        return operands.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Operation that && hash == that.hash && Formula.of(this).equals(Formula.of(that)));
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
