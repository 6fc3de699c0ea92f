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
        take(a);
        team.run(share, team.sharesElements(a.elements()));
        return all();
    }

    /// Takes a tensor for members to look at parts of.
    public void take(Tensor a) {
        tensor = a;
        for (int member = 0; member < finite.length; member++) {
            answer(member, true);
        }
    }

    /// Written only where it changes, which is hardly ever: members would have to fetch the line of all answers anew.
    private void answer(int member, boolean found) {
        if (finite[member] != found) {
            finite[member] = found;
        }
    }

    private void look(int member) {
        answer(member, tensor.isFinite(bound(member), bound(member + 1)));
    }

    private int bound(int member) {
        return team.elementBound(member, tensor.rows(), tensor.columns(), 1);
    }

    /// Has a member look at its share of the rows and no other: those that it has just written. The others may not be there yet.
    public void lookAtRows(int member) {
        answer(member, tensor.isFinite(team.rowBound(member, tensor.rows()) * tensor.columns(), team.rowBound(member + 1, tensor.rows()) * tensor.columns()));
    }

    /// Whether all that members have looked at is finite.
    public boolean all() {
        boolean all = true;
        for (boolean each : finite) {
            all &= each;
        }
        return all;
    }
}
