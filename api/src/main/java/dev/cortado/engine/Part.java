package dev.cortado.engine;

/// Work on some of several things, which other threads may share: it writes to what belongs to these alone.
@FunctionalInterface
public interface Part {
    /// Does the work for things `first` (inclusive) to `end` (exclusive).
    void run(int first, int end);
}
