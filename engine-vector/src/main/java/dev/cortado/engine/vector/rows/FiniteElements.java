package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.team.Share;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// Whether all elements are finite. Members look at parts of a large tensor: of a gradient at those that they have computed, which are still in their caches.
public final class FiniteElements {
    private final Team team;
    private final boolean[] finite;
    private final Share share = this::look;
    private Tensor tensor = Tensor.zeros(Shape.of(0));

    /// @param team who shares the elements
    public FiniteElements(Team team) {
        this.team = team;
        finite = new boolean[team.size()];
    }

    /// Whether all elements of a tensor are neither infinite nor NaN.
    public boolean all(Tensor a) {
        if (!team.sharesElements(a.elements())) {
            return a.isFinite();
        }
        tensor = a;
        team.run(share);
        boolean all = true;
        for (boolean each : finite) {
            all &= each;
        }
        return all;
    }

    private void look(int member) {
        finite[member] = tensor.isFinite(bound(member), bound(member + 1));
    }

    private int bound(int member) {
        return team.elementBound(member, tensor.rows(), tensor.columns());
    }
}
