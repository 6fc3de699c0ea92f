package dev.cortado.engine.vector;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.product.FinishedRows;
import dev.cortado.engine.vector.product.Products;
import dev.cortado.engine.vector.rows.CrossEntropyRows;
import dev.cortado.engine.vector.rows.SoftmaxRows;
import dev.cortado.engine.vector.rows.Sums;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What the engine does, each kernel with its own room.
final class VectorKernels implements Kernels {
    private static final float[] NO_SCALARS = {};

    private final long patience;
    private final SoftmaxRows softmax;
    private final CrossEntropyRows crossEntropy;
    private final Products products = new Products();
    private final FinishedRows activation = (first, end) -> activated().runRows(first, end);
    private final Tensor[] productAndRow = new Tensor[2];
    private final Tensor[] onlyResult = new Tensor[1];
    private @Nullable FormulaKernel activated;
    private float[] zeros = {};

    /// @param patience how many elements of a formula are computed without vectors before it is worth writing vector code for it
    VectorKernels(long patience) {
        this.patience = patience;
        softmax = new SoftmaxRows(patience);
        crossEntropy = new CrossEntropyRows(patience);
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        products.multiply(a.data(), 0, b.data(), 0, result.data(), 0, a.rows(), b.columns(), a.columns());
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        products.multiplyTransposed(a.data(), 0, b.data(), 0, result.data(), 0, a.rows(), b.rows(), a.columns());
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        products.addTransposedMultiply(a.data(), 0, b.data(), 0, sum.data(), 0, a.columns(), b.columns(), a.rows());
    }

    /// The formula runs over rows of the product as they are finished, while they are in the cache.
    @Override
    public void multiply(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        if (!(formula instanceof FormulaKernel kernel)) {
            Kernels.super.multiply(a, b, formula, row, result);
            return;
        }
        activated = kernel;
        productAndRow[0] = result;
        productAndRow[1] = row;
        onlyResult[0] = result;
        kernel.begin(productAndRow, NO_SCALARS, onlyResult);
        products.multiply(a.data(), 0, b.data(), 0, zeros(b.columns()), 0, result.data(), 0,
                a.rows(), b.columns(), a.columns(), 0, a.rows(), activation);
    }

    private FormulaKernel activated() {
        FormulaKernel kernel = activated;
        if (kernel == null) {
            throw new IllegalStateException("Rows of a product are finished, and nobody has asked for one");
        }
        return kernel;
    }

    private float[] zeros(int length) {
        if (zeros.length < length) {
            zeros = new float[length];
        }
        return zeros;
    }

    @Override
    public Kernel compile(Formula formula) {
        return FormulaKernel.of(formula, patience).<Kernel>map(kernel -> kernel).orElseGet(() -> Kernels.super.compile(formula));
    }

    @Override
    public double sum(Tensor a) {
        return Sums.all(a);
    }

    @Override
    public void applyToRows(RowFunction function, Tensor x, Tensor result) {
        softmax.apply(function, x, result);
    }

    @Override
    public void applyToRowsBackward(RowFunction function, Tensor y, Tensor outputGradient, Tensor inputGradient) {
        softmax.backward(function, y, outputGradient, inputGradient);
    }

    @Override
    public void crossEntropy(Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        crossEntropy.run(logits, target, scale, smoothing, losses, gradient);
    }
}
