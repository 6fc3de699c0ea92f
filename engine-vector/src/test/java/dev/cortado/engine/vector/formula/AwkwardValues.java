package dev.cortado.engine.vector.formula;

import java.util.Random;

/// Numbers at which functions tend to go wrong, each with both signs.
final class AwkwardValues {
    private static final float[] POSITIVE = {
        0, Float.MIN_VALUE, 1e-42f, Float.MIN_NORMAL, 1e-30f, 1e-20f, 1e-10f, 1e-4f, 0.01f, 0.1f, 0.3f, 0.41421357f, 0.5f, 0.7f, 0.8999f, 0.9f, 1,
        1.5f, 2, 3.99f, 4, 4.5f, 8.99f, 10, 19.9f, 20, 50, 86.7f, 88.72283f, 88.72284f, 89, 95, 103.9f, 104, 105, 1e3f, 1e10f, 1e30f, 1e38f,
        Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NaN
    };

    private AwkwardValues() {}

    static float[] all() {
        float[] all = new float[2 * POSITIVE.length];
        for (int i = 0; i < POSITIVE.length; i++) {
            all[2 * i] = POSITIVE[i];
            all[2 * i + 1] = -POSITIVE[i];
        }
        return all;
    }

    /// Value i of n numbers that go through all of them in an order that `seed` says, mixed with ordinary ones.
    static float[] numbers(int n, int seed) {
        float[] all = all();
        Random random = new Random(seed);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = random.nextInt(3) == 0 ? (float) (3 * random.nextGaussian()) : all[random.nextInt(all.length)];
        }
        return numbers;
    }
}
