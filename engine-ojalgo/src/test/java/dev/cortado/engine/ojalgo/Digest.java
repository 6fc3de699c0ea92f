package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A program for a JVM of its own: prints a hash over the three products of several shapes, and how many threads of
/// ojAlgo's have worked on them.
final class Digest {
    private static final int[][] SHAPES = {{1, 100, 50}, {100, 1, 50}, {2, 3, 4}, {33, 40, 50}, {130, 100, 60}};

    private Digest() {
    }

    static void main(String[] arguments) {
        int hash = 0;
        try (Ops ops = Ops.open(new Ojalgo(Integer.parseInt(arguments[0])))) {
            for (int[] shape : SHAPES) {
                hash = 31 * hash + hash(ops, shape[0], shape[1], shape[2]);
            }
        }
        IO.println("hash %08x, threads %d".formatted(hash, poolThreads()));
    }

    private static int hash(Ops ops, int m, int n, int k) {
        Tensor sum = random(m, n);
        ops.addTransposedMultiply(random(k, m), random(k, n), sum);
        int first = ops.multiply(random(m, k), random(k, n)).hashCode();
        int second = ops.multiplyTransposed(random(m, k), random(n, k)).hashCode();
        return 31 * (31 * first + second) + sum.hashCode();
    }

    private static long poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ojAlgo"))
                .count();
    }

    private static Tensor random(int rows, int columns) {
        Tensor tensor = Tensor.zeros(Shape.of(rows, columns));
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) Randomness.seed(rows).uniform(i, -1, 1);
        }
        return tensor;
    }
}
