package dev.cortado.engine.vector.team;

/// One of two halves of some work, which is done for any of several things: see [Team#shareHalves].
@FunctionalInterface
public interface Half {
    /// Does this half for things `from` to `to` (exclusive).
    void run(int member, int from, int to);
}
