package dev.cortado.testkit;

import dev.cortado.loss.Loss;
import dev.cortado.tensor.Tensor;

/// Whose contract is signed: a loss, with targets and what is right for them.
interface LossSubject {
    Loss loss();

    Tensor targets(int rows, long seed);

    Tensor right(Tensor targets);

    boolean isSmallestAtItsTarget();
}
