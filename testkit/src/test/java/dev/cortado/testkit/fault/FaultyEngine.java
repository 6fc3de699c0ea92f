package dev.cortado.testkit.fault;

import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// An engine that is `plain` but for one fault.
record FaultyEngine(EngineFault fault, int threads) implements Engine {
    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Kernels open() {
        if (fault == EngineFault.LEAVES_A_THREAD) {
            Thread.ofPlatform().daemon().name("left behind").start(FaultyEngine::waitForNothing);
        }
        return new FaultyKernels(fault, threads);
    }

    /// For longer than the contract waits, but not for ever.
    private static void waitForNothing() {
        LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
    }
}
