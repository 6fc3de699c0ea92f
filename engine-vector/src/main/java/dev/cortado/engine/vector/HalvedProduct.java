package dev.cortado.engine.vector;

import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.product.FinishedRows;
import dev.cortado.engine.vector.product.Products;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import org.jspecify.annotations.Nullable;

/// A product that is the sum of two, of half the steps of k each, and a formula over it.
///
/// That is for a B with many more rows than A has: B holds the weights of a layer, and A a mini-batch. Each half of the rows of B is left to half of the members, who
/// compute these rows' gradient, too, and update them. So weights stay in their caches, and what passes between processors is the result, which is small beside them.
///
/// The halves are part of the order in which numbers are added: they depend on the shape alone, and so are the same for one thread.
final class HalvedProduct {
    /// From so many steps on there are halves, of which the first has a whole number of so many.
    private static final int MOST_WHOLE_STEPS = 511, STEPS_TOGETHER = 16;

    private final Team team;
    private final Products[] products;

    // The product at hand.
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private int m;
    private int n;
    private int k;
    /// The steps of the first half, and the sums of the second.
    private int cut;
    private float[] second = {};
    private @Nullable FormulaKernel formula;

    private final Share multiplyHalf = this::multiplyHalf;
    private final Share multiplyBoth = this::multiplyBoth;
    private final Share addAndApply = this::addAndApply;

    HalvedProduct(Team team, Products[] products) {
        this.team = team;
        this.products = products;
    }

    /// Whether a product with so many rows and steps has halves.
    static boolean hasHalves(int m, int k) {
        return m > 1 && m <= k / 2 && k > MOST_WHOLE_STEPS;
    }

    /// Takes A (m × k), B (k × n), the result C and a formula that has begun with it.
    void take(float[] a, float[] b, float[] c, int m, int n, int k, FormulaKernel formula) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.m = m;
        this.n = n;
        this.k = k;
        this.formula = formula;
        cut = Math.ceilDiv(k / 2, STEPS_TOGETHER) * STEPS_TOGETHER;
        if (second.length < m * n) {
            second = new float[m * n];
        }
    }

    /// Computes it with all members.
    void runShared() {
        if (team.hasHalves()) {
            team.run(multiplyHalf);
            team.run(addAndApply);
        } else {
            team.run(multiplyBoth);
        }
    }

    /// Computes it with the caller alone.
    void run() {
        multiplyFirst(0, 0, m);
        multiplySecond(0, 0, m);
        addAndApply(0, 0, m);
    }

    private void multiplyHalf(int member) {
        int from = team.boundInHalf(member, m), to = team.endInHalf(member, m);
        if (team.isSecond(member)) {
            multiplySecond(member, from, to);
        } else {
            multiplyFirst(member, from, to);
        }
    }

    private void multiplyBoth(int member) {
        int from = team.bound(member, m), to = team.bound(member + 1, m);
        multiplyFirst(member, from, to);
        multiplySecond(member, from, to);
        addAndApply(member, from, to);
    }

    private void multiplyFirst(int member, int from, int to) {
        products[member].multiply(a, 0, k, b, 0, c, 0, m, n, cut, from, to, FinishedRows.IGNORED);
    }

    private void multiplySecond(int member, int from, int to) {
        products[member].multiply(a, cut, k, b, cut * n, second, 0, m, n, k - cut, from, to, FinishedRows.IGNORED);
    }

    private void addAndApply(int member) {
        addAndApply(member, team.bound(member, m), team.bound(member + 1, m));
    }

    private void addAndApply(int member, int from, int to) {
        FormulaKernel kernel = formula;
        if (kernel == null) {
            throw new IllegalStateException("A product is to be computed that has not been taken");
        }
        add(second, c, from * n, to * n);
        kernel.runRows(member, from, to);
    }

    private static void add(float[] from, float[] to, int first, int end) {
        for (int i = first; i < end; i++) {
            to[i] += from[i];
        }
    }
}
