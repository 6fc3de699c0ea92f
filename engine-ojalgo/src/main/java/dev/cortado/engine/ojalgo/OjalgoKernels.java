package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Kernels;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.ojalgo.matrix.store.R032Store;

/// The three products by two of ojAlgo's routes; the shape alone says which.
///
/// A result of one row or one column is computed in float32 on `R032Store`s, column-major and laid over the tensors' own
/// arrays: a row-major matrix seen that way is its own transpose and a vector is both, so that each of the three products
/// has a form in which nothing is copied. Any other pays for the copies that [RowProduct] makes. Neither route skips zeros
/// (0 · NaN is NaN), as ojAlgo's product with a transposed view on the right does.
final class OjalgoKernels implements Kernels {
    private final RowProduct rows;

    OjalgoKernels(int threads) {
        rows = new RowProduct(threads);
    }

    @Override
    public void multiply(Tensor a, Tensor b, Tensor result) {
        int k = a.columns();
        if (result.elements() == 0 || k == 0) {
            Arrays.fill(result.data(), 0);
        } else if (a.rows() == 1 || b.columns() == 1) {
            store(result.data(), b.columns()).fillByMultiplying(store(b.data(), b.columns()), store(a.data(), k));
        } else {
            rows.multiply(a, b, result);
        }
    }

    @Override
    public void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        if (result.elements() == 0 || a.columns() == 0) {
            Arrays.fill(result.data(), 0);
        } else if (a.rows() == 1) {
            store(result.data(), 1).fillByMultiplying(store(a.data(), 1), store(b.data(), b.columns()));
        } else if (b.rows() == 1) {
            store(result.data(), 1).fillByMultiplying(store(b.data(), 1), store(a.data(), a.columns()));
        } else {
            rows.multiplyTransposed(a, b, result);
        }
    }

    @Override
    public void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        int k = a.rows();
        if (sum.elements() == 0 || k == 0) {
            return;
        }
        if (a.columns() == 1) {
            addProduct(store(b.data(), b.columns()), store(a.data(), k), sum.data());
        } else if (b.columns() == 1) {
            addProduct(store(a.data(), a.columns()), store(b.data(), k), sum.data());
        } else {
            rows.addTransposedMultiply(a, b, sum);
        }
    }

    /// sum += matrix · vector.
    private static void addProduct(R032Store matrix, R032Store vector, float[] sum) {
        float[] product = new float[sum.length];
        store(product, sum.length).fillByMultiplying(matrix, vector);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += product[i];
        }
    }

    /// The array as a matrix of so many rows, column by column.
    private static R032Store store(float[] data, int rows) {
        return R032Store.wrap(data, rows);
    }
}
