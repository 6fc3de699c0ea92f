package dev.cortado.benchmarks;

import java.util.Arrays;

/// Times short blocks of repeated calls: the best and the median are quoted, so that a busy moment does not count.
final class Blocks {
    private static final int BLOCKS = 201;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long BLOCK_NANOS = 5_000_000L;

    private final double[] seconds;

    private Blocks(double[] seconds) {
        this.seconds = seconds;
    }

    /// Warms a call up for four seconds, after which the engine has compiled what it will, and times 201 blocks of about 5 ms of it.
    static Blocks of(Runnable call) {
        long calls = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_UP_NANOS) {
            call.run();
            calls++;
        }
        int repetitions = (int) Math.max(1, calls * BLOCK_NANOS / WARM_UP_NANOS);
        double[] seconds = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            long begin = System.nanoTime();
            for (int i = 0; i < repetitions; i++) {
                call.run();
            }
            seconds[block] = (System.nanoTime() - begin) / 1e9 / repetitions;
        }
        Arrays.sort(seconds);
        return new Blocks(seconds);
    }

    /// Seconds of one call in the best block.
    double best() {
        return seconds[0];
    }

    /// Seconds of one call in the median block.
    double median() {
        return seconds[BLOCKS / 2];
    }
}
