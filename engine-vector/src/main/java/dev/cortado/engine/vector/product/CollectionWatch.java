package dev.cortado.engine.vector.product;

import java.lang.ref.WeakReference;

/// Tells whether the garbage collector may have moved arrays since one began to watch: by then it has taken an object that nobody holds.
final class CollectionWatch {
    private WeakReference<Object> held = new WeakReference<>(null);

    void begin() {
        held = new WeakReference<>(new Object());
    }

    void end() {
        held.clear();
    }

    /// Whether nothing has been moved since the watch began. False if it has not begun, or has ended.
    boolean isQuiet() {
        return !held.refersTo(null);
    }
}
