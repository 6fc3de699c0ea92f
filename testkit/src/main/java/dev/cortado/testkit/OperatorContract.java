package dev.cortado.testkit;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Operator;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each operator of formulas by itself: the arithmetic ones to the last bit, the others within a few units in the last place.
interface OperatorContract extends EngineSubject {
    @Test
    default void everyOperatorIsRightForAwkwardValues() {
        try (Kernels kernels = engine().open()) {
            for (Operator operator : Operator.values()) {
                OperatorTwin twin = new OperatorTwin(operator);
                twin.check(kernels.compile(twin.formula()), awkward(operator.operands()));
            }
        }
    }

    /// Every combination of the awkward values: a tensor for each operand.
    private static Tensor[] awkward(int operands) {
        int values = Awkward.VALUES.size();
        int combinations = (int) Math.pow(values, operands);
        Tensor[] tensors = new Tensor[operands];
        for (int o = 0, stride = 1; o < operands; o++, stride *= values) {
            tensors[o] = Tensor.zeros(Shape.of(1, combinations));
            for (int i = 0; i < combinations; i++) {
                tensors[o].data()[i] = Awkward.VALUES.get(i / stride % values);
            }
        }
        return tensors;
    }

    @Test
    default void everyOperatorIsRightAtAwkwardSizes() {
        try (Kernels kernels = engine().open()) {
            for (Operator operator : Operator.values()) {
                OperatorTwin twin = new OperatorTwin(operator);
                Kernel kernel = kernels.compile(twin.formula());
                for (int size : Awkward.SIZES) {
                    twin.check(kernel, sample(operator, Shape.of(size)));
                    twin.check(kernel, sample(operator, Shape.of(3, size)));
                }
            }
        }
    }

    /// The first operand is above 0 where a logarithm or a power wants it.
    private static Tensor[] sample(Operator operator, Shape shape) {
        boolean positive = operator == Operator.POWER || operator == Operator.LOG || operator == Operator.SQRT;
        Tensor[] tensors = new Tensor[operator.operands()];
        for (int o = 0; o < tensors.length; o++) {
            tensors[o] = Sample.uniform(shape, o, positive && o == 0 ? 0.01 : -4, 4);
        }
        return tensors;
    }

    @Test
    default void constantsAreTakenAsTheyAre() {
        Expression.Input x = Expression.input("x");
        Tensor input = Sample.uniform(Shape.of(2, 17), 1);
        try (Kernels kernels = engine().open()) {
            for (float value : Awkward.VALUES) {
                List<Expression> outputs = new ArrayList<>(List.of(x.times(value), x.max(value), x.minus(value)));
                FormulaTwin twin = new FormulaTwin(Formula.of(List.of(x), List.of(), outputs));
                twin.check(kernels.compile(twin.formula()), new Tensor[] {input}, new float[0], input.shape());
            }
        }
    }
}
