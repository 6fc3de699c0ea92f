package dev.cortado.engine;

import dev.cortado.activation.RowFunction;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The short list of what an engine computes, on dense row-major tensors seen as matrices: rows × columns.
///
/// Called through [Ops], which has checked every shape: a kernel checks nothing. An instance is used by one thread at a time.
/// An implementer must write the three products and may override everything else. It must give the same bits for the same
/// inputs always: the order of every sum may depend on the shapes alone, and 0 · NaN is NaN, so that nothing is skipped.
/// Inputs must not be changed; a result never shares its array with an operand unless a method says so.
public interface Kernels extends AutoCloseable {
    /// result = a · b, with a of m × k, b of k × n, result of m × n. k may be 0: the result is then 0.
    void multiply(Tensor a, Tensor b, Tensor result);

    /// result = a · bᵀ, with a of m × k, b of n × k, result of m × n.
    void multiplyTransposed(Tensor a, Tensor b, Tensor result);

    /// sum += aᵀ · b, with a of k × m, b of k × n, sum of m × n.
    void addTransposedMultiply(Tensor a, Tensor b, Tensor sum);

    /// result = aᵀ · b, with the bits that adding it to zeros has.
    default void transposedMultiply(Tensor a, Tensor b, Tensor result) {
        result.fill(0);
        addTransposedMultiply(a, b, result);
    }

    /// result = f(a · b, row): the product with a formula applied to each element while it is at hand.
    ///
    /// @param formula a kernel that this object has compiled, of a formula without scalars whose first input is the product
    ///     and whose second is the row
    /// @param row one number for each column of b
    default void multiply(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        multiply(a, b, result);
        formula.run(new Tensor[] {result, row}, new float[0], new Tensor[] {result});
    }

    /// As [#multiply(Tensor, Tensor, Kernel, Tensor, Tensor)], for a b that stays as it is from product to product, as weights do in a prediction.
    default void multiplyByConstant(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        multiply(a, b, formula, row, result);
    }

    /// As [#multiplyByConstant], for a b that is known to be finite, too: what is zero in a may be left out, since zero times a finite number is zero.
    default void multiplyByFinite(Tensor a, Tensor b, Kernel formula, Tensor row, Tensor result) {
        multiplyByConstant(a, b, formula, row, result);
    }

    /// Makes a formula ready to run. The kernel belongs to this object and is used by the same thread.
    default Kernel compile(Formula formula) {
        return new BlockKernel(formula);
    }

    /// row += the sum of all rows of a, taken from the first row to the last.
    default void addSumOfRows(Tensor a, Tensor row) {
        Sums.addRows(a, row);
    }

    /// The way back through x · W + b: weightGradient = xᵀ · sumGradient, and biasGradient += the sum of all rows of sumGradient, with the bits of [#transposedMultiply] and
    /// [#addSumOfRows].
    ///
    /// @param x of k × m
    /// @param sumGradient the gradient of x · W + b, of k × n
    /// @param weightGradient of m × n
    /// @param biasGradient one number for each column, or null if nobody wants it
    /// @return whether all elements of weightGradient are finite, as a training asks next
    default boolean affineGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        if (biasGradient != null) {
            addSumOfRows(sumGradient, biasGradient);
        }
        transposedMultiply(x, sumGradient, weightGradient);
        return isFinite(weightGradient);
    }

    /// As [#affineGradients], but weightGradient += xᵀ · sumGradient, with the bits of [#addTransposedMultiply].
    default boolean addAffineGradients(Tensor x, Tensor sumGradient, Tensor weightGradient, @Nullable Tensor biasGradient) {
        if (biasGradient != null) {
            addSumOfRows(sumGradient, biasGradient);
        }
        addTransposedMultiply(x, sumGradient, weightGradient);
        return isFinite(weightGradient);
    }

    /// The sum of all elements, taken in an order that depends on their number alone.
    default double sum(Tensor a) {
        return Sums.all(a);
    }

    /// result = f of every row of x; result may be x itself.
    default void applyToRows(RowFunction function, Tensor x, Tensor result) {
        RowFunctions.apply(function, x, result);
    }

    /// The way back through [#applyToRows]: from the result y and its gradient to the gradient of x; it may be either one.
    default void applyToRowsBackward(RowFunction function, Tensor y, Tensor outputGradient, Tensor inputGradient) {
        RowFunctions.backward(function, y, outputGradient, inputGradient);
    }

    /// Softmax followed by cross-entropy, row by row, with the gradient in the same pass.
    ///
    /// With s the row's scale and t′ = (1 − smoothing) t + smoothing / columns: the row's loss is s · Σ −t′ log softmax(logits),
    /// its gradient s · (Σt′ · softmax(logits) − t′).
    ///
    /// @param target the wanted probabilities t, of the logits' shape
    /// @param scale one number for each row
    /// @param losses one number for each row, written
    /// @param gradient of the logits' shape, written; may be the logits themselves
    default void crossEntropy(
            Tensor logits, Tensor target, Tensor scale, double smoothing, Tensor losses, Tensor gradient) {
        CrossEntropyRows.run(logits, target, scale, smoothing, losses, gradient);
    }

    /// Whether all elements are finite: neither infinite nor NaN.
    default boolean isFinite(Tensor a) {
        return a.isFinite();
    }

    /// Has all of `count` things worked on, in parts and at the same time where there are threads for that, and returns when all are done. What a part throws is thrown.
    ///
    /// @param elements how many numbers are written, of all, to judge whether sharing pays
    default void share(int count, int elements, Part work) {
        work.run(0, count);
    }

    /// Takes work that is wanted later, for threads that have nothing else to do until then. By default, all of it is done when it is finished.
    ///
    /// @param count how many things there are to work on, from 0 on
    /// @param elements how many numbers are written, of all
    default Ahead ahead(int count, int elements, Part work) {
        return new Postponed(this, count, elements, work);
    }

    /// sums += the sum of each channel of images [rows, channels, height, width], taken in an order that the shape decides.
    default void addSumOfChannels(Tensor images, Tensor sums) {
        Sums.addChannels(images, sums);
    }

    /// Makes a convolution ready to run: by default, products with one unfolded image after the other. It belongs to this
    /// object and is used by the same thread.
    default Convolution convolution(Windows windows, int filters) {
        return new UnfoldedConvolution(this, windows, filters);
    }

    /// Makes a pooling ready to run that takes the largest number of each window: padding counts as −∞, and the
    /// gradient goes to the first of equal ones.
    default Pooling maxPooling(Windows windows) {
        return new MaxPooling(windows);
    }

    /// Makes a pooling ready to run that takes the mean of each window.
    ///
    /// @param countsPadding whether the padding counts as pixels of 0, or not at all
    default Pooling averagePooling(Windows windows, boolean countsPadding) {
        return new AveragePooling(windows, countsPadding);
    }

    /// Ends threads and gives up memory.
    @Override
    default void close() {
    }
}
