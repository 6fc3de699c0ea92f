package dev.cortado.engine.vector;

import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Plain;
import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;

/// What the engine does, each kernel with its own room.
final class VectorKernels implements Kernels {
    private final Kernels plain = new Plain().open();

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        plain.multiply(a, b, result);
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
    public Kernel compile(Formula formula) {
        return FormulaKernel.of(formula).<Kernel>map(kernel -> kernel).orElseGet(() -> Kernels.super.compile(formula));
    }
}
