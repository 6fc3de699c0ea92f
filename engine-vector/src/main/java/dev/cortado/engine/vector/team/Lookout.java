package dev.cortado.engine.vector.team;

/// How long someone who waits looks out before going to sleep.
final class Lookout {
    /// In ns: longer than from one kernel of a step to the next, and than the shares of a millisecond's work differ, since a virtual machine takes 50 µs to wake a thread; too
    /// short for anyone to mind.
    private static final long MOST = 250_000;
    /// After so many of these, which is longer than most waits of a training, one looks out only as often as nobody else wants the processor: the compiler may, or the very member
    /// that one waits for. Nobody would move that elsewhere, since of two who spin and sleep by turns never more than one seems to have work.
    private static final long ALONE = 25_000;
    /// So often one looks before it asks for the time.
    static final int LOOKS = 32;

    private final long most;

    /// @param members how many may look out; with more than there are processors, whoever does keeps another from working, and so it is over at once
    Lookout(int members) {
        most = members <= Runtime.getRuntime().availableProcessors() ? MOST : 0;
    }

    /// Whether who has waited since `begin`, a [System#nanoTime], is still to look out; lets others go first after a while.
    @SuppressWarnings("ThreadPriorityCheck") // A hint, on which nothing but speed depends.
    boolean goesOn(long begin) {
        long waited = System.nanoTime() - begin;
        if (waited >= most) {
            return false;
        }
        if (waited > ALONE) {
            Thread.yield();
        }
        return true;
    }
}
