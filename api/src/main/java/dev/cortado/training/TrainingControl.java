package dev.cortado.training;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets any thread, and any listener, pause, resume and cancel one training. It takes effect between two steps.
///
/// ```java
/// TrainingControl control = new TrainingControl();
/// executor.submit(() -> Training.of(network, samples).epochs(100).control(control).run());
/// control.pause();
/// control.resume();
/// control.cancel();
/// ```
public final class TrainingControl {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean paused;
    private volatile boolean cancelled;

    /// Neither paused nor cancelled: a control for one training.
    public TrainingControl() {
    }

    /// The training waits before its next step, until [#resume] or [#cancel].
    public void pause() {
        set(true, cancelled);
    }

    /// The training goes on; nothing happens if it was not paused.
    public void resume() {
        set(false, cancelled);
    }

    /// The training takes no more steps, for good: what was learned stays, and a checkpoint is written if there are any.
    public void cancel() {
        set(false, true);
    }

    private void set(boolean pause, boolean cancel) {
        lock.lock();
        try {
            paused = pause && !cancel;
            cancelled = cancel;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether it is to wait.
    public boolean isPaused() {
        return paused;
    }

    /// Whether it is to end.
    public boolean isCancelled() {
        return cancelled;
    }

    /// Waits as long as it is paused. An interrupted thread is taken as a wish to cancel.
    void await() {
        lock.lock();
        try {
            while (paused) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
        } finally {
            lock.unlock();
        }
    }
}
