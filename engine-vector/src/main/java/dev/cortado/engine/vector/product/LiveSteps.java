package dev.cortado.engine.vector.product;

import dev.cortado.engine.vector.species.Species;
import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// For every four rows of an A, the steps of k at which not all of them are zero. With plain loops until those with vectors are ripe.
///
/// The last four rows end with A's last row, and so may have some rows of the four before them.
final class LiveSteps {
    private static final int ROWS = SparseTile.ROWS;
    private static final VectorSpecies<Float> SPECIES = Species.FLOATS;
    private static final IntVector FROM_ZERO = IntVector.zero(Species.INTS).addIndex(1);
    /// Whether there is an instruction that moves the lanes of a mask together: with vectors of 16 lanes. (Without, the Vector API takes a long way round.)
    private static final boolean COMPRESSES = SPECIES.length() >= 16;
    /// A bit for each row of a panel.
    private static final int PANEL = (1 << ROWS) - 1;
    /// The panels whose rows make a vector.
    private static final int PANELS = SPECIES.length() / ROWS;
    /// The panels whose rows have a bit each in a `long`, and the first bit of each.
    private static final int PANELS_OF_LONG = Long.SIZE / ROWS;
    private static final long FIRST_BITS = 0x1111_1111_1111_1111L;
    /// So many numbers may be written beyond the end of a list.
    static final int SPARE = SPECIES.length();

    private final Ripeness along;
    private final Ripeness longs;
    private final Ripeness vectors;
    private final Lists byLongs = this::addLongs;
    private final Lists byVectors = this::addVectors;
    private int[] steps = {};
    private int[] counts = {};
    /// For some neighbouring panels, a bit for each of the next steps.
    private final int[] bits = new int[PANELS_OF_LONG];
    /// Numbers of steps that a list may have, and those that are written and not kept.
    private int room;

    LiveSteps(Supplier<Ripeness> ripeness) {
        along = ripeness.get();
        longs = ripeness.get();
        vectors = ripeness.get();
    }

    /// The lists: that of a panel begins at as many times [#room()].
    int[] steps() {
        return steps;
    }

    /// From where a list begins to where the next does.
    int room() {
        return room;
    }

    /// How many steps the list of each panel has.
    int[] counts() {
        return counts;
    }

    private int first(int panel) {
        return panel * room;
    }

    /// Finds the steps.
    ///
    /// @param rows how many, at least four, `row` apart
    /// @param k steps, `step` apart: the rows or the steps are contiguous
    void find(float[] a, int offset, int rows, int row, int k, int step) {
        int panels = (rows + ROWS - 1) / ROWS;
        room = k + SPARE;
        if (steps.length < panels * room) {
            steps = new int[panels * room];
        }
        if (counts.length < panels + PANELS) {
            counts = new int[panels + PANELS];
        }
        if (step == 1) {
            for (int panel = 0; panel < panels; panel++) {
                alongSteps(a, offset + Math.min(panel * ROWS, rows - ROWS) * row, row, k, panel);
            }
        } else {
            int quick = acrossPanels(a, offset, rows, k, step);
            for (int panel = quick; panel < panels; panel++) {
                counts[panel] = addPlainly(a, offset + Math.min(panel * ROWS, rows - ROWS) * row, row, 0, k, step, steps, first(panel)) - first(panel);
            }
        }
    }

    /// One panel whose rows are contiguous along k.
    private void alongSteps(float[] a, int offset, int row, int k, int panel) {
        int first = first(panel);
        int quick = k / SPECIES.length() * SPECIES.length();
        int end;
        if (along.isRipe()) {
            end = addVectors(a, offset, row, quick, steps, first);
        } else {
            for (int i = along.idleCalls(); i > 0; i--) {
                addVectors(a, offset, row, 0, steps, first);
            }
            quick = Math.min(quick, along.appetite() * SPECIES.length());
            long start = System.nanoTime();
            end = addVectors(a, offset, row, quick, steps, first);
            along.tasted(quick / SPECIES.length(), start);
        }
        counts[panel] = addPlainly(a, offset, row, quick, k, 1, steps, end) - first;
    }

    /// Adds the live ones of k steps, a multiple of the lanes, to a list that ends at `end`; returns where it ends then. A single row is `row` 0.
    static int addVectors(float[] a, int offset, int row, int k, int[] steps, int end) {
        int a1 = offset + row, a2 = a1 + row, a3 = a2 + row;
        for (int p = 0; p < k; p += SPECIES.length()) {
            VectorMask<Integer> live = FloatVector.fromArray(SPECIES, a, offset + p).reinterpretAsInts()
                    .or(FloatVector.fromArray(SPECIES, a, a1 + p).reinterpretAsInts())
                    .or(FloatVector.fromArray(SPECIES, a, a2 + p).reinterpretAsInts())
                    .or(FloatVector.fromArray(SPECIES, a, a3 + p).reinterpretAsInts())
                    .compare(VectorOperators.NE, 0);
            if (COMPRESSES) {
                FROM_ZERO.add(p).compress(live).intoArray(steps, end);
                end += live.trueCount();
            } else {
                end = add(p, live.toLong(), steps, end);
            }
        }
        return end;
    }

    /// Adds those of the next steps whose bits are set. Each is written, and kept if it is: no branch, which could not be foreseen.
    private static int add(int step, long bits, int[] steps, int end) {
        for (int i = 0; i < SPECIES.length(); i++) {
            steps[end] = step + i;
            end += (int) (bits >>> i) & 1;
        }
        return end;
    }

    /// Panels whose rows are neighbours; returns how many it has done.
    private int acrossPanels(float[] a, int offset, int rows, int k, int step) {
        int quickest = COMPRESSES ? across(longs, byLongs, PANELS_OF_LONG, 0, rows / Long.SIZE * PANELS_OF_LONG, a, offset, k, step) : 0;
        return across(vectors, byVectors, PANELS, quickest, rows / SPECIES.length() * PANELS, a, offset, k, step);
    }

    /// Panels `from` to `to` (exclusive), so many together, if the loop that does so is ripe; returns how many panels are done then, those before included.
    private static int across(Ripeness ripeness, Lists lists, int together, int from, int to, float[] a, int offset, int k, int step) {
        if (ripeness.isRipe()) {
            for (int panel = from; panel < to; panel += together) {
                lists.add(a, offset + panel * ROWS, k, step, panel);
            }
            return to;
        }
        if (from == to) {
            return from;
        }
        for (int i = ripeness.idleCalls(); i > 0; i--) {
            lists.add(a, offset + from * ROWS, 0, step, from);
        }
        int tasted = Math.min(k, ripeness.appetite());
        if (tasted > 0) {
            long start = System.nanoTime();
            lists.add(a, offset + from * ROWS, tasted, step, from);
            ripeness.tasted(tasted, start);
        }
        return from;
    }

    /// Makes the lists of some neighbouring panels, the first of which is at `offset`.
    @FunctionalInterface
    private interface Lists {
        void add(float[] a, int offset, int k, int step, int panel);
    }

    /// The lists of as many neighbouring panels as a `long` has bits for: first a bit for each step, then their numbers, a vector of them at a time.
    private void addLongs(float[] a, int offset, int k, int step, int panel) {
        int lanes = SPECIES.length();
        for (int i = 0; i < PANELS_OF_LONG; i++) {
            counts[panel + i] = 0;
        }
        for (int p = 0; p < k; p += lanes) {
            // For the compiler: new vectors, which it leaves in registers, and verbs of those, whose class it knows, as it does not know that of a sum.
            IntVector some = IntVector.zero(Species.INTS);
            for (int next = p; next < Math.min(k, p + lanes); next++, offset += step) {
                // Written out, for what is called here is not always inlined.
                long live = FloatVector.fromArray(SPECIES, a, offset).compare(VectorOperators.NE, 0).toLong()
                        | FloatVector.fromArray(SPECIES, a, offset + lanes).compare(VectorOperators.NE, 0).toLong() << lanes
                        | FloatVector.fromArray(SPECIES, a, offset + 2 * lanes).compare(VectorOperators.NE, 0).toLong() << (2 * lanes)
                        | FloatVector.fromArray(SPECIES, a, offset + 3 * lanes).compare(VectorOperators.NE, 0).toLong() << (3 * lanes);
                live |= live >>> 1;
                live |= live >>> 2;
                some = IntVector.zero(Species.INTS).blend(1 << (next - p), VectorMask.fromLong(Species.INTS, Long.compress(live, FIRST_BITS))).or(some);
            }
            IntVector.zero(Species.INTS).or(some).intoArray(bits, 0);
            for (int i = 0; i < PANELS_OF_LONG; i++) {
                int count = counts[panel + i];
                FROM_ZERO.add(p).compress(VectorMask.fromLong(Species.INTS, bits[i])).intoArray(steps, first(panel + i) + count);
                counts[panel + i] = count + Integer.bitCount(bits[i]);
            }
        }
    }

    /// The lists of one, two or four neighbouring panels.
    private void addVectors(float[] a, int offset, int k, int step, int panel) {
        int begin0 = first(panel), begin1 = begin0 + room, begin2 = begin1 + room, begin3 = begin2 + room;
        int end0 = begin0, end1 = begin1, end2 = begin2, end3 = begin3;
        for (int p = 0; p < k; p++, offset += step) {
            long bits = FloatVector.fromArray(SPECIES, a, offset).compare(VectorOperators.NE, 0).toLong();
            // As in add: 1 more if one of four bits is set. Written out four times, as in addLongs.
            steps[end0] = p;
            end0 += (int) ((bits & PANEL) + PANEL) >>> ROWS;
            if (PANELS > 1) {
                steps[end1] = p;
                end1 += (int) ((bits >>> ROWS & PANEL) + PANEL) >>> ROWS;
            }
            if (PANELS > 2) {
                steps[end2] = p;
                end2 += (int) ((bits >>> (2 * ROWS) & PANEL) + PANEL) >>> ROWS;
                steps[end3] = p;
                end3 += (int) ((bits >>> (3 * ROWS) & PANEL) + PANEL) >>> ROWS;
            }
        }
        counts[panel] = end0 - begin0;
        if (PANELS > 1) {
            counts[panel + 1] = end1 - begin1;
        }
        if (PANELS > 2) {
            counts[panel + 2] = end2 - begin2;
            counts[panel + 3] = end3 - begin3;
        }
    }

    /// Adds the live ones of steps `from` to `k` to a list that ends at `end`; returns where it ends then.
    static int addPlainly(float[] a, int offset, int row, int from, int k, int step, int[] steps, int end) {
        for (int p = from; p < k; p++) {
            steps[end] = p;
            end += isZero(a, offset + p * step, row, ROWS) ? 0 : 1;
        }
        return end;
    }

    /// Whether so many floats, `stride` apart, are all zero.
    static boolean isZero(float[] a, int offset, int stride, int floats) {
        for (int i = 0; i < floats; i++) {
            if (a[offset + i * stride] != 0) {
                return false;
            }
        }
        return true;
    }
}
