package dev.cortado.engine.vector;

import dev.cortado.engine.vector.rows.FiniteElements;
import dev.cortado.engine.vector.rows.SumOfRows;
import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// The gradients of a layer's weight and bias, and whether the weight's is finite: what three kernels do, by each member one after the other, so that nobody waits for anybody in between.
///
/// The sum comes first, while each member has the rows that it has just computed. At the end each looks at the rows of the gradient that it has just written.
final class AffineGradients {
    private final Team team;
    private final SharedProducts products;
    private final SumOfRows sums;
    private final FiniteElements finite;
    private final Share share = this::find;

    // The gradients at hand.
    private boolean adds;
    private boolean sumsRows;

    /// @param team who shares the work, with the other three
    AffineGradients(Team team, SharedProducts products, SumOfRows sums, FiniteElements finite) {
        this.team = team;
        this.products = products;
        this.sums = sums;
        this.finite = finite;
    }

    /// As [dev.cortado.engine.Kernels#affineGradients], or [dev.cortado.engine.Kernels#addAffineGradients].
    ///
    /// @param adds whether the weight's gradient is added to
    boolean find(Tensor x, Tensor sumGradient, Tensor weightGradient, boolean adds, @Nullable Tensor biasGradient) {
        this.adds = adds;
        sumsRows = biasGradient != null;
        if (sumsRows) {
            sums.take(sumGradient);
        }
        finite.take(weightGradient);
        team.run(share, products.takeTransposed(x, sumGradient, weightGradient));
        if (biasGradient != null) {
            sums.join(biasGradient);
        }
        return finite.all();
    }

    private void find(int member) {
        if (sumsRows) {
            sums.addShare(member);
        }
        if (adds) {
            products.addTransposedMultiply(member);
        } else {
            products.transposedMultiply(member);
        }
        finite.lookAtRows(member);
    }
}
