package dev.cortado.constraint;

import dev.cortado.engine.Ops;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/// The weights that lead into one unit, as a vector with a length.
///
/// In a matrix (in, out) they are a column, in a convolution's weight (out, in, height, width), or any of more than two axes,
/// all that belongs to one index of the first axis; a vector is one unit's as a whole.
final class UnitNorms {
    private UnitNorms() {
    }

    /// Multiplies each unit's weights with what is said for their length; 1 leaves them exactly as they are.
    static void scale(Tensor value, Ops ops, DoubleUnaryOperator factor) {
        Shape shape = value.shape();
        if (shape.rank() == 2) {
            scaleColumns(value, ops.zeros(Shape.of(shape.columns())).data(), factor);
        } else {
            int length = shape.rank() > 2 ? shape.columns() : value.elements();
            for (int start = 0; start < value.elements(); start += length) {
                scaleRange(value.data(), start, start + length, factor);
            }
        }
    }

    /// Row by row, so that memory is read in order; each column's squares are added from the first row to the last.
    private static void scaleColumns(Tensor value, float[] squares, DoubleUnaryOperator factor) {
        float[] data = value.data();
        int columns = squares.length;
        for (int start = 0; start < data.length; start += columns) {
            for (int c = 0; c < columns; c++) {
                squares[c] += data[start + c] * data[start + c];
            }
        }
        for (int c = 0; c < columns; c++) {
            squares[c] = (float) factor.applyAsDouble(Math.sqrt(squares[c]));
        }
        for (int start = 0; start < data.length; start += columns) {
            for (int c = 0; c < columns; c++) {
                data[start + c] *= squares[c];
            }
        }
    }

    private static void scaleRange(float[] data, int from, int to, DoubleUnaryOperator factor) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) data[i] * data[i];
        }
        float by = (float) factor.applyAsDouble(Math.sqrt(squares));
        for (int i = from; i < to; i++) {
            data[i] *= by;
        }
    }
}
