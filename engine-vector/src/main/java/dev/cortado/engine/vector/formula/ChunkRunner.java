package dev.cortado.engine.vector.formula;

import dev.cortado.engine.vector.species.Species;
import dev.cortado.expression.Extent;
import org.jspecify.annotations.Nullable;

/// Runs a loop over a range of elements, chunk by chunk, for one thread.
///
/// A **column** input is written out for each chunk, each number as often as the row is long. What is left over behind the last whole vector is copied into
/// arrays of one vector's length and back.
final class ChunkRunner {
    private final Operands operands;
    private final Loop scalar;
    private @Nullable Loop shared;
    private @Nullable Loop vector;
    private final float[][] arrays;
    private final int[] offsets;
    private @Nullable Rest rest;
    private final float[][] columns;

    ChunkRunner(Operands operands, Program program) {
        this.operands = operands;
        scalar = new ScalarLoop(program);
        arrays = new float[operands.count()][];
        offsets = new int[operands.count()];
        columns = new float[operands.inputs()][0];
    }

    /// Uses this loop from now on; null is the scalar one.
    @SuppressWarnings("ReferenceEquality") // the very same loop is meant
    void loop(@Nullable Loop loop) {
        if (shared != loop) {
            shared = loop;
            vector = loop == null ? null : loop.forOneThread();
        }
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
            if (rest == null) {
                rest = new Rest();
            }
            int left = length % rest.lanes;
            loop.run(arrays, offsets, operands.scalars(), length - left);
            if (left > 0) {
                rest.compute(loop, length - left, left);
            }
        }
    }

    /// Less than a vector of elements, in arrays of one vector's length. Made with the first vector loop, so that short work does without the Vector API's classes.
    private final class Rest {
        final int lanes = Species.FLOATS.length();
        private final float[][] vectors = new float[arrays.length][lanes];
        private final int[] noOffsets = new int[arrays.length];

        void compute(Loop loop, int start, int length) {
            for (int i = 0; i < operands.inputs(); i++) {
                System.arraycopy(arrays[i], offsets[i] + start, vectors[i], 0, length);
            }
            loop.run(vectors, noOffsets, operands.scalars(), lanes);
            for (int i = operands.inputs(); i < vectors.length; i++) {
                System.arraycopy(vectors[i], 0, arrays[i], offsets[i] + start, length);
            }
        }
    }
}
