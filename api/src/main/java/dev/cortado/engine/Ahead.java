package dev.cortado.engine;

/// Work that is wanted later, and that an engine's threads may do while they have nothing else to do: see [Ops#ahead].
public interface Ahead {
    /// Has all of it done: what is left at once. What a part has thrown is thrown here, and what that part and those after it should have done may be undone.
    void finish();

    /// Gives up what has not begun. When this returns, nothing works on it any more.
    void cancel();
}
