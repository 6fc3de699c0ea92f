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
        boolean shared = team.sharesElements(a.elements());
        take(a);
        team.run(share, shared);
        return all(shared);
    }

    /// Takes what is to be looked at by [#look].
    public void take(Tensor a) {
        tensor = a;
    }

    /// What all members have found, or the first alone.
    public boolean all(boolean shared) {
        boolean all = finite[0];
        for (int member = 1; shared && member < finite.length; member++) {
            all &= finite[member];
        }
        return all;
    }

    /// A member's share of the elements.
    public void look(int member) {
        finite[member] = tensor.isFinite(bound(member), bound(member + 1));
    }

    private int bound(int member) {
        return team.elementBound(member, tensor.rows(), tensor.columns());
    }
}
