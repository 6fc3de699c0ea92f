package dev.cortado.engine;

import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;

/// Holds the tensors a kernel is called with against what its formula says of them.
final class FormulaShapes {
    private FormulaShapes() {
    }

    static void check(Formula formula, Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        count("inputs", formula.inputs().size(), inputs.length);
        count("scalars", formula.scalars().size(), scalars.length);
        count("outputs", formula.outputs().size(), outputs.length);
        Tensor first = outputs[0];
        for (Tensor output : outputs) {
            if (output.elements() != first.elements()) {
                throw new IllegalArgumentException("Outputs of %s and %s differ in size".formatted(first.shape(), output.shape()));
            }
        }
        for (int i = 0; i < inputs.length; i++) {
            input(formula.inputs().get(i), inputs[i], first);
        }
    }

    private static void count(String what, int expected, int given) {
        if (expected != given) {
            throw new IllegalArgumentException("The formula has %d %s, given are %d".formatted(expected, what, given));
        }
    }

    private static void input(Expression.Input input, Tensor tensor, Tensor output) {
        int expected = switch (input.extent()) {
            case FULL -> output.elements();
            case ROW -> output.columns();
            case COLUMN -> output.rows();
        };
        if (tensor.elements() != expected) {
            throw new IllegalArgumentException("The input '%s' of shape %s does not fit an output of %s: %d elements, not %d"
                    .formatted(input.name(), tensor.shape(), output.shape(), tensor.elements(), expected));
        }
    }
}
