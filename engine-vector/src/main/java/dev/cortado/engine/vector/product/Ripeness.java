package dev.cortado.engine.vector.product;

/// Whether the compiler has taken a vector loop yet.
///
/// Until then the Vector API takes hundreds of nanoseconds for what is one instruction later, so that a short training would spend most of its time there. The
/// plain loop that does the same work is compiled in a moment, and its bits are the same; so it does the work, and the vector loop is only *tasted*: called with
/// so little to do, and so often, that the compiler takes it soon. When a taste is over in no time, the loop is ripe.
///
/// HotSpot compiles a method with C1 after 200 calls, and that with C2 after 5,000 more, or after fewer with 15,000 rounds of its loop. Calls that do nothing are the
/// cheapest by far, if they touch no vector, so most are; now and then one has a round or two, or else the compiler would believe that the loop never runs. More would have it compile what the
/// Vector API does instead, a lane at a time, which nobody needs later.
final class Ripeness {
    /// Calls without a round, so many at each turn and so many in all; and the turns after which they begin again, for the compiler may have thrown its code away when
    /// it met what it had not seen before.
    private static final int IDLE_CALLS = 40, FEW_IDLE_CALLS = 2, MOST_IDLE_CALLS = 20_000, RENEWAL = 10_000;
    /// Rounds of a taste, and one in so many turns.
    private static final int SIP = 3, PAUSE = 16;
    /// Rounds of a taste that is to be believed; and of a thorough one, after so many turns.
    private static final int MOUTHFUL = 31, SIPS = 50;
    /// A mouthful takes some 100 ns when compiled, and 5,000 or more before.
    private static final long RIPE_NANOS = 1_500;

    private boolean ripe;
    private boolean promising;
    private boolean thorough;
    private boolean even;
    private int turns;
    private int idleCallsAtOnce = IDLE_CALLS;
    private int idleCalls;

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

    /// Tastes this loop much, for a loop of so many variables that its code depends on how often the compiler has seen it run: only then it leaves the registers to them.
    Ripeness thoroughly() {
        thorough = true;
        return this;
    }

    /// Makes few idle calls, so that the compiler sees how often this loop runs when it is called. It takes the loop later for that, by a quarter of a second.
    /// (Strip tiles of many sums are a tenth quicker then; those of few sums, and packed and sparse tiles, are slower.)
    Ripeness seldomIdle() {
        idleCallsAtOnce = FEW_IDLE_CALLS;
        return this;
    }

    boolean isRipe() {
        return ripe;
    }

    /// Begins a turn: how often the vector loop is to be called with nothing to do.
    @SuppressWarnings("ThreadPriorityCheck") // A hint, on which nothing but speed depends.
    int idleCalls() {
        turns++;
        if (turns % RENEWAL == 0) {
            idleCalls = 0;
        }
        if (idleCalls >= MOST_IDLE_CALLS) {
            // The compiler is at work, and may have no processor of its own.
            Thread.yield();
            return 0;
        }
        idleCalls += idleCallsAtOnce;
        return idleCallsAtOnce;
    }

    /// How many rounds of the vector loop are wanted this turn, at most: perhaps none. Odd numbers and even ones follow each other, since a loop may do two rounds
    /// at once, and the compiler leaves out what it has never seen run, or never seen left out.
    int appetite() {
        even = !even;
        int less = even ? 1 : 0;
        if (promising || (thorough && turns > SIPS)) {
            return MOUTHFUL - less;
        }
        return thorough || turns % PAUSE == 0 ? SIP - less : 0;
    }

    /// Notes how long a taste has taken that began at `start`, a time of [System#nanoTime].
    void tasted(int rounds, long start) {
        promising = rounds > 0 && System.nanoTime() - start < RIPE_NANOS;
        ripe = promising && rounds > SIP;
    }
}
