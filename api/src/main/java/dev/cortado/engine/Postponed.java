package dev.cortado.engine;

/// Work ahead for an engine that has no idle threads: all is done when it is wanted.
record Postponed(Kernels kernels, int count, int elements, Part work) implements Ahead {
    @Override
    public void finish() {
        kernels.share(count, elements, work);
    }

    @Override
    public void cancel() {
        // Nothing has begun.
    }
}
