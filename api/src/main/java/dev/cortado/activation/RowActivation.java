package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// An activation of a whole row: each number of the result depends on all numbers of its row, so that there is no formula
/// for a single one. It names the engine's kernel that computes it.
public interface RowActivation extends Activation {
    /// Which of the engines' row functions it is.
    RowFunction function();

    /// Always fails: there is no formula for one element.
    ///
    /// @throws UnsupportedOperationException always
    @Override
    default Expression apply(Expression x) {
        throw new UnsupportedOperationException(
                name() + " works on whole rows and has no formula for a single element; use function()");
    }
}
