package dev.cortado.testkit;

import static dev.cortado.testkit.Operands.COLUMN;
import static dev.cortado.testkit.Operands.ROW;
import static dev.cortado.testkit.Operands.SCALAR;
import static dev.cortado.testkit.Operands.X;
import static dev.cortado.testkit.Operands.Y;
import static dev.cortado.testkit.Operands.scalars;
import static dev.cortado.testkit.Operands.tensors;
import static dev.cortado.testkit.Operands.twin;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.expression.ScalarFunction;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compiled formulas: rows and columns reach where they should, nodes are computed as they stand, outputs may be inputs.
interface FormulaContract extends EngineSubject {
    @Test
    default void rowsColumnsAndScalarsReachWhereTheyShould() {
        Expression two = Expression.constant(2);
        List<FormulaTwin> twins = List.of(
                twin(X.minus(ROW)), twin(ROW.minus(X)), twin(X.minus(COLUMN)), twin(COLUMN.minus(X)),
                twin(ROW.minus(COLUMN)), twin(COLUMN.dividedBy(ROW)), twin(ROW.minus(ROW.abs())), twin(COLUMN.negate()),
                twin(X.minus(SCALAR)), twin(SCALAR.minus(X)), twin(ROW.minus(SCALAR)), twin(two.minus(COLUMN)),
                twin(Expression.select(X.lessThan(ROW), COLUMN, SCALAR), X.times(ROW).plus(COLUMN.times(SCALAR)).minus(2)));
        try (Kernels kernels = engine().open()) {
            for (FormulaTwin twin : twins) {
                Kernel kernel = kernels.compile(twin.formula());
                for (int columns : Awkward.SIZES) {
                    for (int rows : List.of(0, 1, 2, 5, 17)) {
                        Shape shape = Shape.of(rows, columns);
                        twin.check(kernel, tensors(shape), scalars(), shape);
                    }
                }
                twin.check(kernel, tensors(Shape.of(4, 3, 2, 5)), scalars(), Shape.of(4, 3, 2, 5));
                twin.check(kernel, tensors(Shape.of(33)), scalars(), Shape.of(33));
            }
        }
    }

    @Test
    default void aKernelSeesWhatItsOperandsHoldNow() {
        FormulaTwin twin = twin(X.times(ROW).plus(COLUMN).plus(SCALAR));
        Shape shape = Shape.of(3, 19);
        Tensor[] operands = tensors(shape);
        try (Kernels kernels = engine().open()) {
            Kernel kernel = kernels.compile(twin.formula());
            for (int run = 0; run < 3; run++) {
                operands[0].set(Sample.uniform(shape, 10 + run));
                operands[1].set(Sample.uniform(Shape.of(19), 20 + run));
                operands[2].set(Sample.uniform(Shape.of(3), 30 + run));
                twin.check(kernel, operands, new float[] {run}, shape);
            }
        }
    }

    @Test
    default void longFormulasAreComputedNodeByNode() {
        Expression value = X;
        for (int i = 0; i < 60; i++) {
            value = value.times(ROW).plus(X).min(COLUMN.plus(i)).max(value.negate()).times(0.5);
        }
        FormulaTwin twin = twin(value, value.minus(X).abs().sqrt());
        try (Kernels kernels = engine().open()) {
            Kernel kernel = kernels.compile(twin.formula());
            for (int columns : List.of(1, 7, 16, 33, 127)) {
                Shape shape = Shape.of(9, columns);
                twin.check(kernel, tensors(shape), scalars(), shape);
            }
        }
    }

    @Test
    default void anOutputMayBeAnInputAConstantOrTwiceTheSame() {
        FormulaTwin twin = twin(X, ROW, COLUMN, SCALAR, Expression.constant(3), X.plus(1), X.plus(1));
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.SIZES) {
                Shape shape = Shape.of(3, columns);
                twin.check(kernels.compile(twin.formula()), tensors(shape), scalars(), shape);
            }
        }
    }

    @Test
    default void allInputsAreReadBeforeAnyOutputIsWritten() {
        FormulaTwin twin = new FormulaTwin(Formula.of(List.of(X, Y), List.of(), List.of(Y, X.plus(Y))));
        try (Kernels kernels = engine().open()) {
            Kernel kernel = kernels.compile(twin.formula());
            for (int size : Awkward.SIZES) {
                Shape shape = Shape.of(2, size);
                Tensor[] both = {Sample.uniform(shape, 1), Sample.uniform(shape, 2)};
                Tensor[] expected = twin.run(both, new float[0], shape);
                kernel.run(both, new float[0], both);
                Rounding.checkBits(both[0], expected[0], () -> "The first of two outputs written over the inputs");
                Rounding.checkBits(both[1], expected[1], () -> "The second of two outputs written over the inputs");
            }
        }
    }

    @Test
    default void javaFunctionsAreCalledWithTheirSlopes() {
        Expression called = X.plus(ROW).call(new Cube());
        FormulaTwin twin = twin(called, called.derivative(X));
        try (Kernels kernels = engine().open()) {
            for (int columns : Awkward.SIZES) {
                Shape shape = Shape.of(3, columns);
                twin.check(kernels.compile(twin.formula()), tensors(shape), scalars(), shape);
            }
        }
    }

    /// A function that engines know nothing of.
    record Cube() implements ScalarFunction {
        @Override
        public double value(double x) {
            return x * x * x;
        }

        @Override
        public double slope(double x) {
            return 3 * x * x;
        }
    }
}
