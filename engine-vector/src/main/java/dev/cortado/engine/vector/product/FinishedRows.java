package dev.cortado.engine.vector.product;

/// Told of rows of C that will not change any more, while they are still in the cache: the place for an activation.
@FunctionalInterface
public interface FinishedRows {
    /// Nobody waits for the rows.
    FinishedRows IGNORED = (first, end) -> {};

    /// May change rows `first` (inclusive) to `end` (exclusive) of C. Each row is told once, on the thread that computed it.
    void finished(int first, int end);
}
