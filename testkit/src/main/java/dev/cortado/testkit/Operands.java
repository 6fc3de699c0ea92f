package dev.cortado.testkit;

import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;

/// What formulas are tried with: an input of each extent, and a scalar.
final class Operands {
    static final Expression.Input X = Expression.input("x");
    static final Expression.Input Y = Expression.input("y");
    static final Expression.Input ROW = Expression.row("row");
    static final Expression.Input COLUMN = Expression.column("column");
    static final Expression.Scalar SCALAR = Expression.scalar("scalar");

    private Operands() {
    }

    /// The formula that computes these from x, row, column and scalar.
    static FormulaTwin twin(Expression... outputs) {
        return new FormulaTwin(Formula.of(List.of(X, ROW, COLUMN), List.of(SCALAR), List.of(outputs)));
    }

    /// x, row and column for outputs of this shape.
    static Tensor[] tensors(Shape shape) {
        return new Tensor[] {Sample.uniform(shape, 1), Sample.uniform(Shape.of(shape.columns()), 2),
            Sample.uniform(Shape.of(shape.rows()), 3)};
    }

    static float[] scalars() {
        return new float[] {0.75f};
    }
}
