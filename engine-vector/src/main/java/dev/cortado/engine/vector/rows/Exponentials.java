package dev.cortado.engine.vector.rows;

import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.expression.Expression;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;

/// Takes the exponential of rows of a tensor in place.
final class Exponentials {
    /// About as many elements as stay in the first cache from pass to pass.
    private static final int BLOCK = 4096;
    /// With more rows in a block, the compiler would take the loops over them before the methods that have them, and then these as well.
    private static final int MOST_ROWS = 32;
    private static final float[] NO_SCALARS = {};

    private final FormulaKernel exp;
    private final Tensor[] operand = new Tensor[1];

    Exponentials(long patience, Team team) {
        exp = FormulaKernel.of(Formula.of(Expression.input("x").exp()), patience, team).orElseThrow();
    }

    /// How many rows make a block.
    static int rowsTogether(Tensor matrix) {
        return Math.clamp(BLOCK / Math.max(1, matrix.columns()), 1, MOST_ROWS);
    }

    /// Takes a tensor for [#replace].
    void begin(Tensor tensor) {
        operand[0] = tensor;
        exp.begin(operand, NO_SCALARS, operand);
    }

    /// x becomes exp(x) in rows `first` to `end` (exclusive). Members may do so at the same time, for different rows.
    void replace(int member, int first, int end) {
        exp.runRows(member, first, end);
    }
}
