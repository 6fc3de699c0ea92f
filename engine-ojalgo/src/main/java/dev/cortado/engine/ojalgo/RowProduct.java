package dev.cortado.engine.ojalgo;

import dev.cortado.tensor.Tensor;
import java.util.Arrays;
import org.ojalgo.concurrent.DivideAndConquer.Conquerer;
import org.ojalgo.concurrent.DivideAndConquer.Divider;
import org.ojalgo.concurrent.ProcessingService;
import org.ojalgo.matrix.operation.MultiplyNeither;

/// Products on `double[][]`, the rows of ojAlgo's `RawStore`: operands are copied into rows, results back.
///
/// The copies pay. All of ojAlgo's products add scaled rows to the result's row; but where the rows lie in one array, the
/// compiler of JDK 25 cannot know that they do not overlap and goes element by element, while rows in arrays of their own
/// are added in SIMD registers: 12 GFLOP/s against 5, copies included. A transpose costs little more: it is made on the way.
///
/// The result is shared out in blocks of at most 32 rows, since ojAlgo would share out larger ones once more, by a limit of
/// its own. Whoever computes an element sums it over k in order, in double.
final class RowProduct {
    private static final int BLOCK = 32;
    /// So many multiplications, some 50 µs of them, are worth a thread.
    private static final long SHARE = 1 << 18;

    private final Divider divider = ProcessingService.INSTANCE.newDivider();
    private final RowScratch lefts = new RowScratch();
    private final RowScratch rights = new RowScratch();
    private final RowScratch results = new RowScratch();

    /// @param threads how many may work on a product; 0 for ojAlgo's own limit
    RowProduct(int threads) {
        if (threads > 0) {
            divider.parallelism(() -> threads);
        }
    }

    void multiply(Tensor a, Tensor b, Tensor result) {
        double[][] right = rights.take(b.rows(), b.columns());
        Rows.read(b.data(), right);
        multiply(a, right, result);
    }

    void multiplyTransposed(Tensor a, Tensor b, Tensor result) {
        double[][] right = rights.take(b.columns(), b.rows());
        Rows.readTransposed(b.data(), right);
        multiply(a, right, result);
    }

    private void multiply(Tensor a, double[][] right, Tensor result) {
        double[][] left = lefts.take(result.rows(), right.length);
        double[][] rows = results.take(result.rows(), result.columns());
        share(result, right.length, (first, limit) -> {
            Rows.read(a.data(), left, first, limit);
            MultiplyNeither.fill(part(rows, first, limit), part(left, first, limit), right);
            Rows.write(rows, first, limit, result.data());
        });
    }

    void addTransposedMultiply(Tensor a, Tensor b, Tensor sum) {
        double[][] right = rights.take(b.rows(), b.columns());
        Rows.read(b.data(), right);
        double[][] left = lefts.take(sum.rows(), right.length);
        double[][] rows = results.take(sum.rows(), sum.columns());
        share(sum, right.length, (first, limit) -> {
            Rows.readTransposed(a.data(), left, first, limit);
            Rows.read(sum.data(), rows, first, limit);
            MultiplyNeither.add(part(rows, first, limit), part(left, first, limit), right);
            Rows.write(rows, first, limit, sum.data());
        });
    }

    private static double[][] part(double[][] rows, int first, int limit) {
        return Arrays.copyOfRange(rows, first, limit);
    }

    /// Calls with ranges of the result's rows that together are all of them.
    private void share(Tensor result, int inner, Conquerer rows) {
        int m = result.rows();
        int blocks = (m + BLOCK - 1) / BLOCK;
        long work = (long) m * result.columns() * inner;
        divider.threshold((int) Math.max(1, blocks * SHARE / work));
        divider.divide(0, blocks, (first, limit) -> {
            for (int block = first; block < limit; block++) {
                rows.conquer(start(block, blocks, m), start(block + 1, blocks, m));
            }
        });
    }

    private static int start(int block, int blocks, int rows) {
        return (int) ((long) block * rows / blocks);
    }
}
