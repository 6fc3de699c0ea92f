package dev.cortado.engine;

import dev.cortado.plugin.Plugin;

/// Who computes: a value that names a way of computing and its settings, and opens [Kernels] to do it.
///
/// An implementer must give the same bits for the same inputs, on any number of threads and at every run, and must not link
/// classes that may be missing at run time in the engine class itself: it is loaded wherever its jar is, and says by
/// [#unavailable] why it cannot run there.
public interface Engine extends Plugin {
    /// Among the engines that can run here, the one with the highest priority is taken. `plain` has 0.
    int priority();

    /// Opens what computing needs: threads, scratch memory, compiled formulas. For one thread at a time; to be closed.
    Kernels open();
}
