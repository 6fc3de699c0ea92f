package dev.cortado.engine.vector.product;

import java.util.Random;

/// Operands for a tile: the same for every run, from -0.5 to 0.5.
final class RandomFloats {
    private final Random random = new Random(1);

    float[] next(int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = random.nextFloat() - 0.5f;
        }
        return floats;
    }
}
