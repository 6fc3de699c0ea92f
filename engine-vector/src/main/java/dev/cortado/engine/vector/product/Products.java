package dev.cortado.engine.vector.product;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The matrix products on dense row-major matrices, and the memory they pack operands into.
///
/// One instance serves one thread; whoever opens an engine opens as many as it has threads, and keeps them, because the packing memory grows to what the largest
/// product needs and then stays. Several threads share a product by rows of C (or by columns, for [#multiplyTransposed]): each calls the same verb with the whole
/// m, n, k and its own range. Ranges change no bit of the result.
///
/// Nothing is checked here: shapes are checked once, at the engine's face. Operands must not overlap C.
public final class Products {
    private final Supplier<Ripeness> ripeness;
    /// Made for the first product that wants it: a short training is over before.
    private @Nullable VectorProducts vectors;
    private PlainProduct plain = new PlainProduct();
    private final Patience patience;
    private final boolean rightFirst;

    private Products(Supplier<Ripeness> ripeness, Patience patience, boolean rightFirst) {
        this.ripeness = ripeness;
        this.patience = patience;
        this.rightFirst = rightFirst;
    }

    /// Products that compute with plain loops until patience is over, when vector loops are worth compiling, and leave the work to others until that is done.
    public static Products patient(Patience patience) {
        return new Products(Ripeness::unknown, patience, false);
    }

    /// Products that use vectors from the start, as patient ones do after a while.
    public static Products eager() {
        return new Products(Ripeness::given, Patience.own(0), false);
    }

    /// Others of the same patience, which copy B before they look for zeros of A: for threads whose columns of A lie beside those of others. Who reads some columns makes its processor
    /// fetch the next ones, too, and take them from the one that needs them; so both had better not read A at the same time.
    public Products rightFirst() {
        return new Products(ripeness, patience, true);
    }

    /// C = A·B for A (m × k) and B (k × n).
    public void multiply(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k) {
        multiply(a, aOffset, k, b, bOffset, c, cOffset, m, n, k, 0, m, FinishedRows.IGNORED);
    }

    /// Rows `first` (inclusive) to `end` (exclusive) of C = A·B; `finished` is told of rows as they are done.
    ///
    /// @param aRow the distance of two rows of A: k, or more if A is some columns of a wider matrix
    public void multiply(float[] a, int aOffset, int aRow, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k, int first, int end,
                         FinishedRows finished) {
        if (TinyProduct.fits(m, n, k)) {
            Arrays.fill(c, cOffset + first * n, cOffset + end * n, 0);
            TinyProduct.add(a, aOffset, aRow, 1, b, bOffset, n, 1, c, cOffset, n, n, k, first, end);
            finished.finished(first, end);
        } else if (m == 1) {
            Arrays.fill(c, cOffset, cOffset + (end - first) * n, 0);
            addRow(a, aOffset, b, bOffset, c, cOffset, n, k, first, end);
            finished.finished(first, end);
        } else if (isEarly(n, k)) {
            multiplyPlainly(a, aOffset, aRow, 1, b, bOffset, c, cOffset, n, k, first, end, false);
            finished.finished(first, end);
        } else if (vectors().straight.serves(end - first, n, k) && !isSparse(a, aOffset, aRow, b, bOffset, c, cOffset, n, k, first, end)) {
            vectors().straight.multiply(a, aOffset, aRow, b, bOffset, n, c, cOffset, n, n, k, first, end, finished);
        } else {
            ofRows(a, aOffset, aRow, b, bOffset, c, cOffset, n).run(m, k, first, end, 0, n, finished);
        }
    }

    /// Whether C = A·B is best shared by columns between so many threads, since A's zeros are left out: what is known of A and of a strip of B then serves one thread alone.
    /// Bounds are to be multiples of [#sparseColumnsTogether()], and all threads get as many.
    public boolean sharesColumns(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k, int threads) {
        return m > 1 && patience.isOver() && Math.ceilDiv(n, sparseColumnsTogether()) % threads == 0 && isSparse(a, aOffset, k, b, bOffset, c, cOffset, n, k, 0, m);
    }

    private boolean isSparse(float[] a, int aOffset, int aRow, float[] b, int bOffset, float[] c, int cOffset, int n, int k, int first, int end) {
        return SparseProduct.isWorthLooking(end - first, n, k) && ofRows(a, aOffset, aRow, b, bOffset, c, cOffset, n).isSparse(n, k, first, end);
    }

    /// Columns `left` to `right` (exclusive) of such a product.
    public void multiplySparse(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k, int left, int right) {
        if (left < right) {
            ofRows(a, aOffset, k, b, bOffset, c, cOffset, n).runSparse(k, 0, m, left, right);
        }
    }

    private BlockedProduct ofRows(float[] a, int aOffset, int aRow, float[] b, int bOffset, float[] c, int cOffset, int n) {
        BlockedProduct product = vectors().blocked;
        product.left().rows(a, aOffset, aRow);
        product.right().rows(b, bOffset, n);
        product.startFromZero(n);
        product.into(c, cOffset, n);
        return product;
    }

    /// C = a·B for one row a (1 × k) and a B (k × n) that is finite, so that zeros of a may be left out.
    public void multiplyRowByFinite(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k) {
        if (TinyProduct.fits(1, n, k)) {
            multiply(a, aOffset, b, bOffset, c, cOffset, 1, n, k);
        } else {
            Arrays.fill(c, cOffset, cOffset + n, 0);
            if (!vectors().sparseRow.add(a, aOffset, b, bOffset, c, cOffset, n, k)) {
                vectors().oneRow.add(a, aOffset, b, bOffset, c, cOffset, n, k);
            }
        }
    }

    /// The only row, unless the range is empty.
    private void addRow(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int n, int k, int first, int end) {
        if (first < end) {
            vectors().oneRow.add(a, aOffset, b, bOffset, c, cOffset, n, k);
        }
    }

    /// C = A·Bᵀ for A (m × k) and B (n × k).
    public void multiplyTransposed(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k) {
        multiplyTransposed(a, aOffset, b, bOffset, c, cOffset, m, n, k, 0, m, 0, n);
    }

    /// Rows `first` to `end` and columns `left` to `right` (exclusive) of C = A·Bᵀ. B is packed column by column, so threads should share the columns.
    public void multiplyTransposed(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k,
                                   int first, int end, int left, int right) {
        if (TinyProduct.fits(m, n, k)) {
            for (int i = first; i < end; i++) {
                Arrays.fill(c, cOffset + i * n + left, cOffset + i * n + right, 0);
            }
            // The columns left to right of C as a matrix with rows n apart: B and C begin at `left`.
            TinyProduct.add(a, aOffset, k, 1, b, bOffset + left * k, 1, k, c, cOffset + left, n, right - left, k, first, end);
        } else if (m == 1) {
            if (first < end) {
                Arrays.fill(c, cOffset + left, cOffset + right, 0);
                RowDots.addTransposed(a, aOffset, b, bOffset + left * k, c, cOffset + left, right - left, k);
            }
        } else if (isEarly(n, k)) {
            multiplyTransposedPlainly(a, aOffset, b, bOffset + left * k, c, cOffset + left, n, right - left, k, first, end);
        } else if (vectors().straight.servesTransposed(end - first, right - left, k)) {
            vectors().straight.multiplyTransposed(a, aOffset, b, bOffset + left * k, c, cOffset + left, n, right - left, k, first, end);
        } else {
            BlockedProduct product = vectors().blocked;
            product.left().rows(a, aOffset, k);
            product.right().columns(b, bOffset, k);
            product.startFromZero(n);
            product.into(c, cOffset, n);
            product.run(m, k, first, end, left, right, FinishedRows.IGNORED);
        }
    }

    /// C += Aᵀ·B for A (k × m) and B (k × n).
    public void addTransposedMultiply(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k) {
        addTransposedMultiply(a, aOffset, b, bOffset, c, cOffset, m, n, k, 0, m);
    }

    /// Rows `first` to `end` of C += Aᵀ·B.
    public void addTransposedMultiply(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k, int first, int end) {
        if (TinyProduct.fits(m, n, k)) {
            TinyProduct.add(a, aOffset, 1, m, b, bOffset, n, 1, c, cOffset, n, n, k, first, end);
        } else if (m == 1) {
            addRow(a, aOffset, b, bOffset, c, cOffset, n, k, first, end);
        } else if (isEarly(n, k)) {
            multiplyPlainly(a, aOffset, 1, m, b, bOffset, c, cOffset, n, k, first, end, true);
        } else {
            BlockedProduct product = ofColumns(a, aOffset, b, bOffset, c, cOffset, m, n);
            product.startFromC();
            product.run(m, k, first, end, 0, n, FinishedRows.IGNORED);
        }
    }

    /// Rows `first` to `end` of C = Aᵀ·B, with the bits that adding them to zeros has.
    public void transposedMultiply(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n, int k, int first, int end) {
        if (m == 1 || TinyProduct.fits(m, n, k)) {
            Arrays.fill(c, cOffset + first * n, cOffset + end * n, 0);
            addTransposedMultiply(a, aOffset, b, bOffset, c, cOffset, m, n, k, first, end);
        } else if (isEarly(n, k)) {
            multiplyPlainly(a, aOffset, 1, m, b, bOffset, c, cOffset, n, k, first, end, false);
        } else {
            BlockedProduct product = ofColumns(a, aOffset, b, bOffset, c, cOffset, m, n);
            product.startFromZero(n);
            product.run(m, k, first, end, 0, n, FinishedRows.IGNORED);
        }
    }

    /// Whether plain loops are to compute a product of n columns and k steps.
    private boolean isEarly(int n, int k) {
        return !patience.isOver() && PlainProduct.serves(n, k);
    }

    private void multiplyPlainly(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] c, int cOffset, int n, int k, int first, int end, boolean adds) {
        plain.right(b, bOffset, n, n, k);
        losePatience(plain.run(a, aOffset, aRow, aStep, c, cOffset, n, first, end, adds));
    }

    private void multiplyTransposedPlainly(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int cRow, int n, int k, int first, int end) {
        plain.rightTransposed(b, bOffset, k, n, k);
        losePatience(plain.run(a, aOffset, k, 1, c, cOffset, cRow, first, end, false));
    }

    private void losePatience(long work) {
        patience.spend(work);
        if (patience.isOver()) {
            forgetCopies();
        }
    }

    private void forgetCopies() {
        plain = new PlainProduct();
    }

    private BlockedProduct ofColumns(float[] a, int aOffset, float[] b, int bOffset, float[] c, int cOffset, int m, int n) {
        BlockedProduct product = vectors().blocked;
        product.left().columns(a, aOffset, m);
        product.right().rows(b, bOffset, n);
        product.into(c, cOffset, n);
        return product;
    }

    /// The columns of a strip of a product whose A has zeros.
    public int sparseColumnsTogether() {
        return vectors().blocked.sparseColumnsTogether();
    }

    private VectorProducts vectors() {
        VectorProducts known = vectors;
        return known == null ? load() : known;
    }

    /// In a method of its own, which is called once: the compiler would inline constructors, and those that they call, wherever this might be needed.
    private VectorProducts load() {
        VectorProducts loaded = new VectorProducts(ripeness, rightFirst);
        vectors = loaded;
        return loaded;
    }
}
