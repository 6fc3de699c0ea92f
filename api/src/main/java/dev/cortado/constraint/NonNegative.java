package dev.cortado.constraint;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Tensor;

/// No number is below 0: those that are become 0.
public record NonNegative() implements Constraint {
    @Override
    public void apply(Tensor value, Ops ops) {
        float[] data = value.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = Math.max(data[i], 0);
        }
    }
}
