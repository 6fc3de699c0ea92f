package dev.cortado.engine.vector.formula;

import dev.cortado.expression.Expression;
import dev.cortado.expression.Extent;
import dev.cortado.expression.Formula;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// The operands of one call, with rows repeated so that a loop can run over many of them at once.
///
/// A **row** input becomes a tile: whole rows one after the other, about a thousand numbers and, where that can be, a multiple of the vector's length.
/// A long row is its own tile. All tiles of a call are equally long, and so is a chunk, the stretch of elements a loop does at a time.
final class Operands {
    /// The most that a vector has; a multiple of that is a multiple for all.
    private static final int LANES = 16;
    private static final int CHUNK = 1024;
    private static final int UNIT = 256;

    private final Extent[] extents;
    private final boolean onlyFull;
    private final float[][] tiles;
    private final float[][] arrays;
    private float[] scalars = {};
    private int rows;
    private int columns;
    private int chunk;

    Operands(Formula formula) {
        extents = formula.inputs().stream().map(Expression.Input::extent).toArray(Extent[]::new);
        onlyFull = Arrays.stream(extents).allMatch(extent -> extent == Extent.FULL);
        tiles = new float[extents.length][0];
        arrays = new float[extents.length + formula.outputs().size()][];
    }

    /// How many arrays a loop takes.
    int count() {
        return arrays.length;
    }

    int inputs() {
        return extents.length;
    }

    Extent extent(int input) {
        return extents[input];
    }

    /// An input, a tile of an input, or an output.
    float[] array(int operand) {
        return arrays[operand];
    }

    float[] scalars() {
        return scalars;
    }

    int elements() {
        return rows * columns;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /// How many elements a loop may do at a time; a chunk begins where a row does.
    int chunk() {
        return chunk;
    }

    void take(Tensor[] inputs, float[] numbers, Tensor[] outputs) {
        rows = outputs[0].rows();
        columns = outputs[0].columns();
        scalars = numbers;
        chunk = longestChunk();
        for (int i = 0; i < inputs.length; i++) {
            arrays[i] = extents[i] == Extent.ROW ? tile(i, inputs[i].data()) : inputs[i].data();
        }
        for (int o = 0; o < outputs.length; o++) {
            arrays[inputs.length + o] = outputs[o].data();
        }
    }

    /// Where elements may be shared between threads if their rows are few: at multiples of this, which is at least 1.
    int unit() {
        return onlyFull ? UNIT : Math.max(1, chunk);
    }

    private int longestChunk() {
        if (onlyFull || columns == 0) {
            return rows * columns;
        }
        int together = LANES / Math.min(LANES, Integer.lowestOneBit(columns));
        int needed = (CHUNK + columns - 1) / columns;
        return columns * Math.min(rows, (needed + together - 1) / together * together);
    }

    private float[] tile(int input, float[] row) {
        if (chunk <= columns) {
            return row;
        }
        if (tiles[input].length < chunk) {
            tiles[input] = new float[chunk];
        }
        float[] tile = tiles[input];
        System.arraycopy(row, 0, tile, 0, columns);
        for (int filled = columns; filled < chunk; filled *= 2) {
            System.arraycopy(tile, 0, tile, filled, Math.min(filled, chunk - filled));
        }
        return tile;
    }
}
