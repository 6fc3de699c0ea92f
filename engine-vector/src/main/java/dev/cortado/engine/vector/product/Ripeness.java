package dev.cortado.engine.vector.product;

/// Whether the compiler has taken a vector loop yet.
///
/// Until then the Vector API takes hundreds of nanoseconds for what is one instruction later, so that a short training would spend most of its time there. The
/// plain loop that does the same work is compiled in a moment, and its bits are the same; so it does the work, and the vector loop is only *tasted*: called with
/// so little to do, and so often, that the compiler takes it soon. When a taste is over in no time, the loop is ripe.
///
/// HotSpot compiles a method with C1 after 200 calls, and that with C2 after 600 more calls with 15,000 rounds of its loop: hence the first tastes are as small as
/// can be, and the next have some 30 rounds. (With long loops it would be compiled twice, once for the loop that is running and once for the next call.)
/// While C2 is at work, there is a taste now and then.
final class Ripeness {
    /// Rounds of a taste while the loop is interpreted, and later.
    private static final int SIP = 2, MOUTHFUL = 30;
    /// So many sips, then mouthfuls until there were so many rounds, then one in so many turns.
    private static final int SIPS = 250, ROUNDS = 60_000, PAUSE = 16;
    /// A mouthful takes some 100 ns when compiled, and 5,000 or more before.
    private static final long RIPE_NANOS = 1_500;

    private boolean ripe;
    private int turns;
    private int rounds;

    private Ripeness(boolean ripe) {
        this.ripe = ripe;
    }

    /// A loop that is not compiled, as far as anyone knows.
    static Ripeness unknown() {
        return new Ripeness(false);
    }

    /// A loop that is to be used at once, compiled or not.
    static Ripeness given() {
        return new Ripeness(true);
    }

    boolean isRipe() {
        return ripe;
    }

    /// How many rounds of the vector loop are wanted this time, at most: perhaps none.
    int appetite() {
        turns++;
        if (turns <= SIPS) {
            return SIP;
        }
        return rounds < ROUNDS || turns % PAUSE == 0 ? MOUTHFUL : 0;
    }

    /// Notes how long a taste has taken that began at `start`, a time of [System#nanoTime].
    void tasted(int rounds, long start) {
        this.rounds += rounds;
        ripe = rounds > SIP && turns > SIPS && System.nanoTime() - start < RIPE_NANOS;
    }
}
