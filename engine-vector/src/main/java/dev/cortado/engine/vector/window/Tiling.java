package dev.cortado.engine.vector.window;

/// How vectors are taken together: by threes, and at the end by twos.
final class Tiling {
    private Tiling() {}

    /// How many of at least two vectors are taken by threes, so that what remains can be taken by twos.
    static int threes(int vectors) {
        return switch (vectors % 3) {
            case 0 -> vectors;
            case 1 -> vectors - 4;
            default -> vectors - 2;
        };
    }
}
