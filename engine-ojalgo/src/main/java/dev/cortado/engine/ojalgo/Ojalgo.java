package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.plugin.Setting;

/// The engine whose matrix products are [ojAlgo](https://www.ojalgo.org)'s: pure Java, float32, no flag.
///
/// ojAlgo has one pool of daemon threads for the whole process and one limit for it, whoever uses ojAlgo: opening this
/// engine sets that limit, the last one opened counts, and closing does not end the pool. How many threads there are
/// changes the speed alone: the results have the same bits.
///
/// @param threads how many threads a product may use; 0 for as many as there are processors
public record Ojalgo(@Setting(min = 0) int threads) implements Engine {
    /// As many threads as there are processors.
    public Ojalgo() {
        this(0);
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Kernels open() {
        Threads.limitTo(threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
        return new OjalgoKernels();
    }
}
