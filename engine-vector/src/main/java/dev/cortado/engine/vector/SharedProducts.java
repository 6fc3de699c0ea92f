package dev.cortado.engine.vector;

import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.product.FinishedRows;
import dev.cortado.engine.vector.product.Patience;
import dev.cortado.engine.vector.product.Products;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// Matrix products, shared by a team where that pays: each member computes some rows of the result (or columns, of a transposed operand), and no bit depends on which.
final class SharedProducts {
    /// From so many multiplications on a second thread is worth waking.
    private static final long WORTH_SHARING = 100_000;
    /// Vector loops are compiled once plain ones have done, for each thread, so many times the work after which the first formula is written: on one thread, an epoch and a half of a small
    /// network on MNIST. To compile them takes a second or two of a processor, but who has computed half as long will most often go on, and without them every epoch takes two or three times
    /// as long.
    private static final int PATIENCE_IN_FORMULAS = 8;
    private static final float[] NO_SCALARS = {};

    private final Team team;
    private final Products[] products;
    private final FinishedRows[] activations;
    private final HalvedProduct halved;

    // The product at hand, for the members to see.
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private int m;
    private int n;
    private int k;
    private @Nullable FormulaKernel formula;
    private final Tensor[] productAndRow = new Tensor[2];
    private final Tensor[] onlyProduct = new Tensor[1];

    private final Share multiply = this::multiply;
    private final Share multiplySparse = this::multiplySparse;
    private final Share apply = this::apply;
    private final Share multiplyAndApply = this::multiplyAndApply;
    private final Share multiplyTransposed = this::multiplyTransposed;
    private final Share addTransposedMultiply = this::addTransposedMultiply;
    private final Share transposedMultiply = this::transposedMultiply;

    /// @param patience how much work is done without vectors before it is worth compiling the first code for a formula, in tenths of a nanosecond
    SharedProducts(Team team, long patience) {
        this.team = team;
        products = new Products[team.size()];
        activations = new FinishedRows[team.size()];
        halved = new HalvedProduct(team, products, activations);
        for (int i = 0; i < products.length; i++) {
            int member = i;
            Products own = patience == 0 ? Products.eager() : Products.patient(Patience.shared(Math.multiplyExact(patience, PATIENCE_IN_FORMULAS * team.size())));
            // The second half of the members reads the other half of the columns of A: see HalvedProduct.
            products[i] = 2 * i < products.length ? own : own.rightFirst();
            activations[i] = (first, end) -> formula().runRows(member, first, end);
        }
    }

    void multiply(Tensor left, Tensor right, Tensor result) {
        take(left, right, result, result.rows(), right.columns(), left.columns());
        if (sharesColumns()) {
            team.run(multiplySparse);
        } else {
            share(multiply);
        }
    }

    private void multiply(int member) {
        products[member].multiply(a, 0, k, b, 0, c, 0, m, n, k, team.bound(member, m), team.bound(member + 1, m), FinishedRows.IGNORED);
    }

    /// A product and the formula over it, for a layer that learns: it may be [halved][HalvedProduct].
    void multiply(Tensor left, Tensor right, FormulaKernel kernel, Tensor row, Tensor result) {
        take(left, right, result, result.rows(), right.columns(), left.columns());
        begin(kernel, row, result);
        if (HalvedProduct.hasHalves(m, k)) {
            multiplyInHalves();
        } else {
            multiplyWhole();
        }
    }

    private void multiplyInHalves() {
        halved.take(a, b, c, m, n, k);
        halved.run(shared());
    }

    /// A product and the formula over it, for a right matrix that does not change: no sum is halved, so that a row has the same bits whichever rows are beside it.
    void multiplyByConstant(Tensor left, Tensor right, FormulaKernel kernel, Tensor row, Tensor result) {
        take(left, right, result, result.rows(), right.columns(), left.columns());
        begin(kernel, row, result);
        multiplyWhole();
    }

    /// The same for one row and a right matrix that is finite, too.
    void multiplyRowByFinite(Tensor left, Tensor right, FormulaKernel kernel, Tensor row, Tensor result) {
        take(left, right, result, 1, right.columns(), left.columns());
        products[0].multiplyRowByFinite(a, 0, b, 0, c, 0, n, k);
        begin(kernel, row, result);
        kernel.runRows(0, 0, 1);
    }

    /// The formula runs over rows of the product as they are finished, while they are in the cache.
    private void multiplyWhole() {
        if (sharesColumns()) {
            team.run(multiplySparse);
            team.run(apply);
        } else {
            share(multiplyAndApply);
        }
    }

    /// Whether the product has zeros to be left out, and strips for all members.
    private boolean sharesColumns() {
        return shared() && products[0].sharesColumns(a, 0, b, 0, c, 0, m, n, k, team.size());
    }

    private int strips() {
        return Math.ceilDiv(n, products[0].sparseColumnsTogether());
    }

    private void multiplySparse(int member) {
        int width = products[member].sparseColumnsTogether();
        products[member].multiplySparse(a, 0, b, 0, c, 0, m, n, k, team.bound(member, strips()) * width, Math.min(n, team.bound(member + 1, strips()) * width));
    }

    private void apply(int member) {
        formula().runRows(member, team.bound(member, m), team.bound(member + 1, m));
    }

    private void begin(FormulaKernel kernel, Tensor row, Tensor result) {
        formula = kernel;
        productAndRow[0] = result;
        productAndRow[1] = row;
        onlyProduct[0] = result;
        kernel.begin(productAndRow, NO_SCALARS, onlyProduct);
    }

    private void multiplyAndApply(int member) {
        products[member].multiply(a, 0, k, b, 0, c, 0, m, n, k, team.bound(member, m), team.bound(member + 1, m), activations[member]);
    }

    private FormulaKernel formula() {
        FormulaKernel kernel = formula;
        if (kernel == null) {
            throw new IllegalStateException("Rows of a product are finished, and there is no formula for them");
        }
        return kernel;
    }

    void multiplyTransposed(Tensor left, Tensor right, Tensor result) {
        take(left, right, result, left.rows(), right.rows(), left.columns());
        share(multiplyTransposed);
    }

    /// By columns, for which each member packs its part of B; or by rows, which suit what comes after, if B is small beside C.
    private void multiplyTransposed(int member) {
        if (k < m) {
            products[member].multiplyTransposed(a, 0, b, 0, c, 0, m, n, k, team.bound(member, m), team.bound(member + 1, m), 0, n);
        } else {
            products[member].multiplyTransposed(a, 0, b, 0, c, 0, m, n, k, 0, m, team.rowBound(member, n), team.rowBound(member + 1, n));
        }
    }

    /// Takes what is to be multiplied by [#addTransposedMultiply(int)] or [#transposedMultiply(int)], and says whether it pays to share that.
    boolean takeTransposed(Tensor left, Tensor right, Tensor result) {
        take(left, right, result, left.columns(), right.columns(), left.rows());
        return shared();
    }

    void addTransposedMultiply(Tensor left, Tensor right, Tensor sum) {
        team.run(addTransposedMultiply, takeTransposed(left, right, sum));
    }

    void addTransposedMultiply(int member) {
        products[member].addTransposedMultiply(a, 0, b, 0, c, 0, m, n, k, team.rowBound(member, m), team.rowBound(member + 1, m));
    }

    void transposedMultiply(Tensor left, Tensor right, Tensor result) {
        team.run(transposedMultiply, takeTransposed(left, right, result));
    }

    void transposedMultiply(int member) {
        products[member].transposedMultiply(a, 0, b, 0, c, 0, m, n, k, team.rowBound(member, m), team.rowBound(member + 1, m));
    }

    private void take(Tensor left, Tensor right, Tensor result, int rows, int columns, int inner) {
        a = left.data();
        b = right.data();
        c = result.data();
        m = rows;
        n = columns;
        k = inner;
    }

    private void share(Share work) {
        team.run(work, shared());
    }

    private boolean shared() {
        return team.size() > 1 && (long) m * n * k >= WORTH_SHARING;
    }
}
