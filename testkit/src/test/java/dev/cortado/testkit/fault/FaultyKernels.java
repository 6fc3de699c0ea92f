package dev.cortado.testkit.fault;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Ahead;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Part;
import dev.cortado.engine.Plain;
import dev.cortado.expression.Formula;
import dev.cortado.expression.Instruction;
import dev.cortado.expression.Operator;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The kernels of `plain`, spoilt in one place.
final class FaultyKernels implements Kernels {
    private final Kernels plain = new Plain().open();
    private final EngineFault fault;
    private final int threads;
    private int runs;
    private Runnable leftOver = () -> { };

    FaultyKernels(EngineFault fault, int threads) {
        this.fault = fault;
        this.threads = threads;
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        Tensor before = result.copy();
        plain.multiply(a, b, result);
        runs++;
        float[] data = result.data();
        switch (fault) {
            case SKIPS_THE_TAIL_OF_A_ROW -> FaultyProducts.restoreTails(result, before);
            case FORGETS_THE_LAST_TERM -> FaultyProducts.subtractLastTerm(a, b, result);
            case GOES_ONE_ROW_TOO_FAR -> data[data.length - 1] += a.data()[Math.min(a.elements(), a.rows() * a.columns() + runs)];
            case SKIPS_ZEROS -> FaultyProducts.zeroRowsOfZeros(a, result);
            case ADDS_TO_OLD_RESULTS -> FaultyProducts.add(before, result);
            case OVERWRITES_AN_OPERAND -> b.fill(0);
            case DEPENDS_ON_THE_THREADS -> nudge(data, threads > 1);
            case CHANGES_FROM_RUN_TO_RUN -> nudge(data, runs > 1);
            default -> { }
        }
    }

    private static void nudge(float[] data, boolean condition) {
        for (int i = 0; i < data.length && condition; i++) {
            data[i] = Math.nextUp(data[i]);
        }
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        plain.multiplyTransposed(a, b, result);
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        plain.addTransposedMultiply(a, b, sum);
    }

    @Override
    public void multiply(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        Tensor used = fault == EngineFault.FORGETS_THE_ROW_IN_A_FUSED_PRODUCT ? Tensor.zeros(row.shape()) : row;
        Kernels.super.multiply(a, b, formula, used, result);
    }

    @Override
    public boolean affineGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        return Kernels.super.affineGradients(x, sumGradient, weightGradient, fault == EngineFault.FORGETS_THE_GRADIENT_OF_A_BIAS ? null : biasGradient);
    }

    @Override
    public Kernel compile(Formula formula) {
        Kernel kernel = plain.compile(formula);
        return switch (fault) {
            case WRITES_BEFORE_ALL_IS_READ -> FaultyFormulas.writingEarly(formula, kernel);
            case KEEPS_THE_FIRST_ROW -> FaultyFormulas.keepingTheFirstRow(formula, kernel);
            case FORGETS_THE_SCALARS -> (inputs, scalars, outputs) -> kernel.run(inputs, new float[scalars.length], outputs);
            case COMPUTES_TANH_ROUGHLY -> isTanh(formula) ? FaultyFormulas.enlarged(kernel) : kernel;
            default -> kernel;
        };
    }

    private static boolean isTanh(Formula formula) {
        return formula.instructions().getLast() instanceof Instruction.Apply(Operator operator, int _, int _, int _)
                && operator == Operator.TANH;
    }

    @Override
    public void applyToRows(RowFunction function, Tensor x, Tensor result) {
        plain.applyToRows(function, x, result);
        for (int i = 0; fault == EngineFault.OVERFLOWS_IN_SOFTMAX && i < x.elements(); i++) {
            float power = (float) Math.exp(x.data()[i]);
            result.data()[i] = power * (result.data()[i] / power);
        }
    }

    @Override
    public void crossEntropy(
            Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        double used = fault == EngineFault.FORGETS_THE_SMOOTHING ? 0 : smoothing;
        plain.crossEntropy(logits, target, scale, used, losses, gradient);
    }

    @Override
    public void share(int count, int elements, Part work) {
        work.run(0, fault == EngineFault.FORGETS_THE_LAST_THING ? Math.max(0, count - 1) : count);
    }

    @Override
    public Ahead ahead(int count, int elements, Part work) {
        return new Ahead() {
            @Override
            public void finish() {
                work.run(0, fault == EngineFault.FORGETS_WORK_AHEAD ? count / 2 : count);
                leftOver.run();
            }

            @Override
            public void cancel() {
                leftOver = fault == EngineFault.GOES_ON_WITH_CANCELLED_WORK ? () -> work.run(0, count) : leftOver;
            }
        };
    }

    @Override
    public double sum(Tensor a) {
        return fault == EngineFault.SUMS_IN_FLOAT ? FaultyProducts.sumInFloat(a) : plain.sum(a);
    }

    @Override
    public boolean isFinite(Tensor a) {
        return fault == EngineFault.OVERLOOKS_THE_LAST_ELEMENT ? a.isFinite(0, a.elements() - 1) : plain.isFinite(a);
    }
}
