package dev.cortado.testkit.fault;

import dev.cortado.initializer.Initializer;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Tensor;
import java.util.concurrent.atomic.AtomicLong;

/// Uniform in ±1 / √fanIn; with a fault.
record FaultyInitializer(Fault fault) implements Initializer {
    enum Fault {
        NONE, LEAVES_THE_LAST_ELEMENT, ADDS_TO_WHAT_IS_THERE, OVERFLOWS_WITH_LARGE_FANS, UNSEEDED, COUNTS_ITS_CALLS, IGNORES_THE_SEED,
        STARTS_AT_INFINITY
    }

    /// What no initializer may have: a memory of its own.
    private static final AtomicLong CALLS = new AtomicLong();

    FaultyInitializer() {
        this(Fault.NONE);
    }

    @Override
    public double value(long element, int fanIn, int fanOut, Randomness randomness) {
        double uniform = randomness.uniform(element, -1, 1) / Math.sqrt(fanIn);
        return switch (fault) {
            case OVERFLOWS_WITH_LARGE_FANS -> uniform / Math.sqrt(fanIn * fanOut);
            case UNSEEDED -> uniform + (System.nanoTime() & 1023) / 1023.0;
            case COUNTS_ITS_CALLS -> uniform + CALLS.incrementAndGet() * 1e-3;
            case IGNORES_THE_SEED -> Randomness.seed(4).uniform(element, -1, 1) / Math.sqrt(fanIn);
            case STARTS_AT_INFINITY -> uniform / element;
            case NONE, LEAVES_THE_LAST_ELEMENT, ADDS_TO_WHAT_IS_THERE -> uniform;
        };
    }

    @Override
    public void fill(Tensor tensor, int fanIn, int fanOut, Randomness randomness) {
        float[] data = tensor.data();
        int end = data.length - (fault == Fault.LEAVES_THE_LAST_ELEMENT ? 1 : 0);
        for (int i = 0; i < end; i++) {
            float value = (float) value(i, fanIn, fanOut, randomness);
            data[i] = fault == Fault.ADDS_TO_WHAT_IS_THERE ? (Float.isNaN(data[i]) ? 1 : data[i]) + value : value;
        }
    }
}
