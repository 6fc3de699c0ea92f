package dev.cortado.engine.vector;

import dev.cortado.engine.vector.product.FinishedRows;
import dev.cortado.engine.vector.product.Products;
import dev.cortado.engine.vector.team.Half;
import dev.cortado.engine.vector.team.Halves;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;

/// A product that is the sum of two, of half the steps of k each.
///
/// That is for a B with many more rows than A has: B holds the weights of a layer, and A a mini-batch. Each half of the rows of B is left to half of the members, who
/// compute these rows' gradient, too, and update them. So weights stay in their caches, and what passes between processors is the result, which is small beside them.
///
/// The [Halves] are part of the order in which numbers are added: they depend on the shape alone, and so are the same for one thread.
final class HalvedProduct {
    private final Team team;
    private final Products[] products;
    private final FinishedRows[] activations;

    // The product at hand.
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private int m;
    private int n;
    private int k;
    /// The steps of the first half, and the sums of the second.
    private int cut;
    private float[] sums = {};

    private final Share multiply = this::multiply;
    private final Half first = this::multiplyFirst;
    private final Half second = this::multiplySecond;
    private final Share finish = this::finish;

    /// @param products what each member computes with, and `activations` what it tells of rows that are finished
    HalvedProduct(Team team, Products[] products, FinishedRows[] activations) {
        this.team = team;
        this.products = products;
        this.activations = activations;
    }

    /// Whether a product with so many rows and steps has halves.
    static boolean hasHalves(int m, int k) {
        return m > 1 && m <= k / 2 && Halves.has(k);
    }

    /// Takes A (m × k), B (k × n) and the result C.
    void take(float[] a, float[] b, float[] c, int m, int n, int k) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.m = m;
        this.n = n;
        this.k = k;
        cut = Halves.first(k);
        if (sums.length < m * n) {
            sums = new float[m * n];
        }
    }

    /// Computes it, with all members or with the caller alone. A small result is finished by the caller, who has computed the half of it that is larger.
    void run(boolean shared) {
        team.run(multiply, shared);
        team.run(finish, shared && team.sharesElements((long) m * n));
    }

    private void multiply(int member) {
        team.shareHalves(member, m, first, second);
    }

    private void multiplyFirst(int member, int from, int to) {
        products[member].multiply(a, 0, k, b, 0, c, 0, m, n, cut, from, to, FinishedRows.IGNORED);
    }

    private void multiplySecond(int member, int from, int to) {
        products[member].multiply(a, cut, k, b, cut * n, sums, 0, m, n, k - cut, from, to, FinishedRows.IGNORED);
    }

    private void finish(int member) {
        int from = team.bound(member, m);
        int to = team.bound(member + 1, m);
        add(sums, c, from * n, to * n);
        activations[member].finished(from, to);
    }

    private static void add(float[] from, float[] to, int first, int end) {
        for (int i = first; i < end; i++) {
            to[i] += from[i];
        }
    }
}
