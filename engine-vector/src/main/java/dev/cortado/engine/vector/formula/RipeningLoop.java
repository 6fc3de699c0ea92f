package dev.cortado.engine.vector.formula;

import dev.cortado.engine.vector.species.Species;

/// Vector code that lets a [ScalarLoop] do its work until the compiler has taken it. Both give the same bits, so either may do any part of the work.
///
/// Until then the Vector API takes microseconds for what is one instruction later, and HotSpot waits for thousands of calls or tens of thousands of rounds: a second or two of
/// them. So the vector code is only *tasted*, for a small part of the time, and takes over once a taste is over as soon as that of compiled code.
///
/// HotSpot compiles a method with C1 after 200 calls, counts how it runs, and compiles it with C2 after 5,000 more. By far the cheapest calls have nothing to do. They return in front
/// of the loop, so that they do not count as runs of it: the compiler unrolls a loop by how many rounds it has seen it run, and a taste is as long as most calls will be, or long enough.
final class RipeningLoop implements Loop {
    /// Elements of a taste, at most: enough rounds for a loop to be unrolled sixteen times, if it is short.
    static final int TASTE = 64 * Species.FLOATS.length();
    /// A taste is followed by a pause, the longer the more there have been: the nth by 4·n times as long, at most half a second. The first one loads classes, too, and says nothing.
    private static final long PAUSE = 4, LONGEST_PAUSE = 500_000_000;
    /// Calls with nothing to do: so many come first, for C1; then so many tastes, for it to count; and then the others, for C2.
    private static final int FIRST_CALLS = 300, TASTES = 3, MOST_CALLS = 20_000;
    /// How many of them at a time; fewer if so many have not helped, for the compiler is at work.
    private static final int CALLS_AT_ONCE = 40, FEW_CALLS = 2;
    /// Compiled code is several times as quick as the scalar loop; what is not compiled takes a hundred times as long. A clock may have ticks of 100 nanoseconds.
    private static final double TIMES_AS_LONG = 2, TICKS = 200;
    /// By such a part of itself what was the longest call becomes less with each that is shorter.
    private static final int FORGETTING = 64;

    private final Program program;
    private final Loop vector;
    private final Ripeness ripeness;
    private final ScalarLoop scalar;
    private final int[] behind;
    /// Nanoseconds of an element without vectors, at best.
    private double quickest = Double.POSITIVE_INFINITY;

    RipeningLoop(Program program, Loop vector) {
        this(program, vector, new Ripeness());
    }

    private RipeningLoop(Program program, Loop vector, Ripeness ripeness) {
        this.program = program;
        this.vector = vector;
        this.ripeness = ripeness;
        scalar = ScalarLoop.withoutShortBlocks(program);
        behind = new int[program.inputs() + program.outputs().size()];
    }

    @Override
    public Loop forOneThread() {
        return new RipeningLoop(program, vector, ripeness);
    }

    @Override
    public void run(float[][] arrays, int[] offsets, float[] scalars, int length) {
        if (ripeness.isRipe || length == 0) {
            vector.run(arrays, offsets, scalars, length);
            return;
        }
        for (int calls = ripeness.idleCalls(); calls > 0; calls--) {
            vector.run(arrays, offsets, scalars, 0);
        }
        long start = System.nanoTime();
        int tasted = ripeness.wantsTaste(length, start) ? Math.min(length, TASTE) : 0;
        if (tasted > 0) {
            vector.run(arrays, offsets, scalars, tasted);
            ripeness.tasted(start, System.nanoTime(), TIMES_AS_LONG * quickest * tasted + TICKS);
        }
        if (tasted < length) {
            runScalar(arrays, offsets, scalars, tasted, length);
        }
    }

    private void runScalar(float[][] arrays, int[] offsets, float[] scalars, int from, int to) {
        for (int i = 0; i < behind.length; i++) {
            behind[i] = offsets[i] + from;
        }
        long start = System.nanoTime();
        scalar.run(arrays, behind, scalars, to - from);
        quickest = Math.min(quickest, (double) (System.nanoTime() - start) / (to - from));
    }

    /// What all threads know of the vector code. They may overwrite what others have just counted: nothing but a moment depends on it.
    private static final class Ripeness {
        volatile boolean isRipe;
        private int calls;
        private int tastes;
        private int longest;
        private long next = Long.MIN_VALUE;

        /// How many calls with nothing to do are wanted now.
        int idleCalls() {
            if (calls >= FIRST_CALLS && tastes < TASTES) {
                return 0;
            }
            if (calls >= MOST_CALLS) {
                return FEW_CALLS;
            }
            calls += CALLS_AT_ONCE;
            return CALLS_AT_ONCE;
        }

        /// Whether a call of this length is a good one for a taste, at this time.
        boolean wantsTaste(int length, long now) {
            longest = Math.max(length, longest - longest / FORGETTING - 1);
            return length > longest / 2 && calls >= FIRST_CALLS && now >= next;
        }

        /// @param most nanoseconds that compiled code takes; infinite if that is not known
        void tasted(long start, long end, double most) {
            next = tastes == 0 ? end : end + Math.min(LONGEST_PAUSE, PAUSE * (tastes + 1) * (end - start));
            tastes++;
            if (end - start < most && most < Double.POSITIVE_INFINITY) {
                isRipe = true;
            }
        }
    }
}
