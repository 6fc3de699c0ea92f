package dev.cortado.engine;

import dev.cortado.expression.Extent;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Instruction;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Runs a formula without compiling it: block by block of a few hundred elements, each instruction in a loop of its own over
/// the block. Every value of a block is in its own array before anything is written, so that outputs may be inputs.
final class BlockKernel implements Kernel {
    private static final int BLOCK = 512;

    private final Formula formula;
    private final List<Instruction> instructions;
    private final float[][] values;

    BlockKernel(Formula formula) {
        this.formula = formula;
        this.instructions = formula.instructions();
        this.values = new float[instructions.size()][BLOCK];
        for (int i = 0; i < values.length; i++) {
            if (instructions.get(i) instanceof Instruction.LoadConstant(float value)) {
                Arrays.fill(values[i], value);
            }
        }
    }

    @Override
    public void run(Tensor[] inputs, float[] scalars, Tensor[] outputs) {
        int elements = outputs[0].elements();
        int columns = outputs[0].columns();
        for (int start = 0; start < elements; start += BLOCK) {
            int length = Math.min(BLOCK, elements - start);
            for (int i = 0; i < values.length; i++) {
                compute(instructions.get(i), inputs, scalars, start, length, columns, values[i]);
            }
            for (int o = 0; o < outputs.length; o++) {
                System.arraycopy(values[formula.outputs().get(o)], 0, outputs[o].data(), start, length);
            }
        }
    }

    private void compute(
            Instruction instruction, Tensor[] inputs, float[] scalars, int start, int length, int columns, float[] to) {
        switch (instruction) {
            case Instruction.Load(int input) ->
                    load(inputs[input].data(), formula.inputs().get(input).extent(), start, length, columns, to);
            case Instruction.LoadScalar(int scalar) -> Arrays.fill(to, 0, length, scalars[scalar]);
            case Instruction.LoadConstant _ -> { }
            case Instruction.Apply apply -> BlockLoops.apply(apply.operator(), values[apply.first()],
                    values[Math.max(0, apply.second())], values[Math.max(0, apply.third())], to, length);
            case Instruction.Invoke invoke -> invoke(invoke, values[invoke.operand()], to, length);
        }
    }

    private static void load(float[] from, Extent extent, int start, int length, int columns, float[] to) {
        switch (extent) {
            case FULL -> System.arraycopy(from, start, to, 0, length);
            case ROW -> {
                for (int i = 0, c = start % columns; i < length; i++, c = c + 1 == columns ? 0 : c + 1) {
                    to[i] = from[c];
                }
            }
            case COLUMN -> {
                for (int i = 0; i < length; i++) {
                    to[i] = from[(start + i) / columns];
                }
            }
        }
    }

    private static void invoke(Instruction.Invoke invoke, float[] from, float[] to, int length) {
        for (int i = 0; i < length; i++) {
            double value = invoke.slope() ? invoke.function().slope(from[i]) : invoke.function().value(from[i]);
            to[i] = (float) value;
        }
    }
}
