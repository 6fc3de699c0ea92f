package dev.cortado.engine.vector.product;

/// What lets another do its work until the compiler has taken it.
interface Ripening {
    /// Whether it does the work itself.
    boolean isRipe();
}
