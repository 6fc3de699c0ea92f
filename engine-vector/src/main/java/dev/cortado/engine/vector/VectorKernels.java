package dev.cortado.engine.vector;

import dev.cortado.activation.RowFunction;
import dev.cortado.engine.Ahead;
import dev.cortado.engine.Convolution;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Part;
import dev.cortado.engine.Pooling;
import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.rows.CrossEntropyRows;
import dev.cortado.engine.vector.rows.FiniteElements;
import dev.cortado.engine.vector.rows.SoftmaxRows;
import dev.cortado.engine.vector.rows.SumOfRows;
import dev.cortado.engine.vector.rows.Sums;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.engine.vector.window.ChannelSums;
import dev.cortado.engine.vector.window.DirectConvolution;
import dev.cortado.engine.vector.window.PairPooling;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// What the engine does, each kernel with its own room.
final class VectorKernels implements Kernels {
    private final long patience;
    private final Team team;
    private final SharedProducts products;
    private final SoftmaxRows softmax;
    private final CrossEntropyRows crossEntropy;
    private final FiniteElements finite;
    private final SumOfRows sumOfRows;
    private final AffineGradients affineGradients;

    /// @param threads how many threads compute, at least 1
    /// @param patience how much work of a formula is done without vectors, in tenths of a nanosecond, before it is worth writing the first vector code
    VectorKernels(int threads, long patience) {
        this.patience = patience;
        team = new Team(threads);
        products = new SharedProducts(team, patience);
        softmax = new SoftmaxRows(patience, team);
        crossEntropy = new CrossEntropyRows(patience, team);
        finite = new FiniteElements(team);
        sumOfRows = new SumOfRows(team);
        affineGradients = new AffineGradients(team, products, sumOfRows, finite);
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        products.multiply(a, b, result);
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        products.multiplyTransposed(a, b, result);
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        products.addTransposedMultiply(a, b, sum);
    }

    @Override
    public void transposedMultiply(Tensor a, Tensor b, Tensor result) {
        products.transposedMultiply(a, b, result);
    }

    @Override
    public void multiply(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        if (formula instanceof FormulaKernel kernel) {
            products.multiply(a, b, kernel, row, result);
        } else {
            Kernels.super.multiply(a, b, formula, row, result);
        }
    }

    @Override
    public void multiplyByConstant(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        if (formula instanceof FormulaKernel kernel) {
            products.multiplyByConstant(a, b, kernel, row, result);
        } else {
            multiply(a, b, formula, row, result);
        }
    }

    @Override
    public void multiplyByFinite(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        if (a.rows() == 1 && formula instanceof FormulaKernel kernel) {
            products.multiplyRowByFinite(a, b, kernel, row, result);
        } else {
            multiplyByConstant(a, b, formula, row, result);
        }
    }

    @Override
    public Kernel compile(Formula formula) {
        return FormulaKernel.of(formula, patience, team).<Kernel>map(kernel -> kernel).orElseGet(() -> Kernels.super.compile(formula));
    }

    @Override
    public void close() {
        team.close();
    }

    @Override
    public Convolution convolution(Windows windows, int filters) {
        return DirectConvolution.pays(windows, filters) ? new DirectConvolution(windows, filters, team) : Kernels.super.convolution(windows, filters);
    }

    @Override
    public Pooling maxPooling(Windows windows) {
        return PairPooling.fits(windows) ? new PairPooling(windows, team) : Kernels.super.maxPooling(windows);
    }

    @Override
    public void share(int count, int elements, Part work) {
        team.run(member -> work.run(team.bound(member, count), team.bound(member + 1, count)), team.sharesElements(elements));
    }

    @Override
    public Ahead ahead(int count, int elements, Part work) {
        return team.sharesElements(elements) ? team.whileIdle(count, elements, work) : Kernels.super.ahead(count, elements, work);
    }

    @Override
    public void addSumOfRows(Tensor a, Tensor row) {
        if (SumOfRows.serves(a)) {
            sumOfRows.add(a, row);
        } else {
            Kernels.super.addSumOfRows(a, row);
        }
    }

    @Override
    public boolean affineGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        return findGradients(x, sumGradient, weightGradient, false, biasGradient);
    }

    @Override
    public boolean addAffineGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        return findGradients(x, sumGradient, weightGradient, true, biasGradient);
    }

    private boolean findGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, boolean adds, @Nullable Tensor biasGradient) {
        if (biasGradient == null || SumOfRows.serves(sumGradient)) {
            return affineGradients.find(x, sumGradient, weightGradient, adds, biasGradient);
        }
        addSumOfRows(sumGradient, biasGradient);
        return affineGradients.find(x, sumGradient, weightGradient, adds, null);
    }

    @Override
    public void addSumOfChannels(Tensor images, Tensor sums) {
        ChannelSums.add(images, sums);
    }

    @Override
    public boolean isFinite(Tensor a) {
        return finite.all(a);
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
