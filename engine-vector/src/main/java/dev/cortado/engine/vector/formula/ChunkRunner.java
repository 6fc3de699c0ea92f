package dev.cortado.engine.vector.formula;

import dev.cortado.expression.Extent;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// Runs a loop over a range of elements, chunk by chunk, for one thread.
///
/// A **column** input is written out for each chunk, each number as often as the row is long. What is left over behind the last whole vector is copied into
/// arrays of one vector's length and back.
final class ChunkRunner {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    private final Operands operands;
    private final Loop scalar;
    private @Nullable Loop vector;
    private final float[][] arrays;
    private final int[] offsets;
    private final float[][] rest;
    private final int[] noOffsets;
    private final float[][] columns;

    ChunkRunner(Operands operands, Program program) {
        this.operands = operands;
        scalar = new ScalarLoop(program);
        arrays = new float[operands.count()][];
        offsets = new int[operands.count()];
        rest = new float[operands.count()][LANES];
        noOffsets = new int[operands.count()];
        columns = new float[operands.inputs()][0];
    }

    /// Uses this loop from now on; null is the scalar one.
    void loop(@Nullable Loop loop) {
        vector = loop;
    }

    /// Computes elements `start` to `end` (exclusive); `start` is the beginning of a row.
    void run(int start, int end) {
        for (int at = start; at < end; at += operands.chunk()) {
            int length = Math.min(operands.chunk(), end - at);
            point(at, length);
            compute(length);
        }
    }

    private void point(int start, int length) {
        for (int i = 0; i < arrays.length; i++) {
            Extent extent = i < operands.inputs() ? operands.extent(i) : Extent.FULL;
            arrays[i] = extent == Extent.COLUMN ? writtenOut(i, start, length) : operands.array(i);
            offsets[i] = extent == Extent.FULL ? start : 0;
        }
    }

    private float[] writtenOut(int input, int start, int length) {
        if (columns[input].length < length) {
            columns[input] = new float[length];
        }
        float[] from = operands.array(input);
        float[] to = columns[input];
        int width = operands.columns();
        for (int row = start / width, at = 0; at < length; row++) {
            float value = from[row];
            for (int rowEnd = at + width; at < rowEnd; at++) {
                to[at] = value;
            }
        }
        return to;
    }

    private void compute(int length) {
        Loop loop = vector;
        if (loop == null) {
            scalar.run(arrays, offsets, operands.scalars(), length);
        } else {
            int whole = length - length % LANES;
            loop.run(arrays, offsets, operands.scalars(), whole);
            if (whole < length) {
                computeRest(loop, whole, length - whole);
            }
        }
    }

    private void computeRest(Loop loop, int start, int length) {
        for (int i = 0; i < operands.inputs(); i++) {
            System.arraycopy(arrays[i], offsets[i] + start, rest[i], 0, length);
        }
        loop.run(rest, noOffsets, operands.scalars(), LANES);
        for (int i = operands.inputs(); i < rest.length; i++) {
            System.arraycopy(rest[i], 0, arrays[i], offsets[i] + start, length);
        }
    }
}
