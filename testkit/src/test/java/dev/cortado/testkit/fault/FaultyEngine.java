package dev.cortado.testkit.fault;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;

/// An engine that is `plain` but for one fault.
record FaultyEngine(EngineFault fault, int threads) implements Engine {
    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Kernels open() {
        return new FaultyKernels(fault, threads);
    }
}
