package dev.cortado.engine.ojalgo;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.plugin.Setting;

/// The engine whose matrix products are [ojAlgo](https://www.ojalgo.org)'s: pure Java, no flag.
///
/// The threads are those of ojAlgo's one pool, which the whole process shares: daemons, made at need, ended by ojAlgo
/// when they have been idle for a while and not when this engine is closed. How many work changes the speed alone: the
/// results have the same bits.
///
/// @param threads how many threads may work on a product; 0 for what ojAlgo allows itself, which is as many as there are
///     processors unless `OjAlgoUtils.limitThreadsTo` was told otherwise
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
        return new OjalgoKernels(threads);
    }
}
