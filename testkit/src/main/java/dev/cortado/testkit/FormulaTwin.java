package dev.cortado.testkit;

import dev.cortado.engine.Kernel;
import dev.cortado.expression.Extent;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Instruction;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// What a formula should give: every node of every element by itself in float32, nothing reordered, nothing fused.
record FormulaTwin(Formula formula) {
    /// The outputs for these operands.
    Tensor[] run(Tensor[] inputs, float[] scalars, Shape shape) {
        Tensor[] outputs = outputs(shape);
        float[] values = new float[formula.instructions().size()];
        for (int i = 0; i < shape.elements(); i++) {
            for (int n = 0; n < values.length; n++) {
                values[n] = value(formula.instructions().get(n), values, inputs, scalars, i, shape.columns());
            }
            for (int o = 0; o < outputs.length; o++) {
                outputs[o].data()[i] = values[formula.outputs().get(o)];
            }
        }
        return outputs;
    }

    private float value(Instruction instruction, float[] values, Tensor[] inputs, float[] scalars, int i, int columns) {
        return switch (instruction) {
            case Instruction.Load(int input) ->
                    inputs[input].data()[place(formula.inputs().get(input).extent(), i, columns)];
            case Instruction.LoadScalar(int scalar) -> scalars[scalar];
            case Instruction.LoadConstant(float constant) -> constant;
            case Instruction.Apply apply -> apply.operator().apply(values[apply.first()],
                    apply.second() < 0 ? 0 : values[apply.second()], apply.third() < 0 ? 0 : values[apply.third()]);
            case Instruction.Invoke(var function, boolean slope, int operand) ->
                    (float) (slope ? function.slope(values[operand]) : function.value(values[operand]));
        };
    }

    private static int place(Extent extent, int i, int columns) {
        return switch (extent) {
            case FULL -> i;
            case ROW -> i % columns;
            case COLUMN -> i / columns;
        };
    }

    /// Runs the formula's kernel on these operands and holds the results to the twin's, bit for bit.
    void check(Kernel kernel, Tensor[] inputs, float[] scalars, Shape shape) {
        Tensor[] before = Arrays.stream(inputs).map(Tensor::copy).toArray(Tensor[]::new);
        Tensor[] expected = run(before, scalars, shape);
        Tensor[] outputs = outputs(shape);
        kernel.run(inputs, scalars, outputs);
        for (int o = 0; o < outputs.length; o++) {
            Rounding.checkBits(outputs[o], expected[o], () -> formula + " at " + shape);
        }
        for (int i = 0; i < inputs.length; i++) {
            Rounding.checkBits(inputs[i], before[i], () -> formula + " has changed an input");
        }
    }

    /// Results to write to, full of what must not matter.
    Tensor[] outputs(Shape shape) {
        return formula.outputs().stream().map(_ -> Sample.poison(shape)).toArray(Tensor[]::new);
    }
}
