package dev.cortado.tensor;

import java.util.Arrays;

/// A [Shape] laid over a `float[]`: dense, row-major, float32.
///
/// The array is shared, not copied, by [#wrap] and [#data]: engines read and write it directly. Tensors that a layer
/// receives during a step come from the step's memory and are overwritten by the next one; whoever wants to keep one takes
/// a [#copy].
public final class Tensor {
    private final Shape shape;
    private final float[] data;

    private Tensor(Shape shape, float[] data) {
        this.shape = shape;
        this.data = data;
    }

    /// A new tensor full of zeros.
    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.elements()]);
    }

    /// A tensor over this very array.
    ///
    /// @throws IllegalArgumentException if the array's length is not the shape's number of elements
    public static Tensor wrap(Shape shape, float[] data) {
        if (shape.elements() != data.length) {
            throw new IllegalArgumentException("A tensor of shape %s holds %d elements, the array holds %d"
                    .formatted(shape, shape.elements(), data.length));
        }
        return new Tensor(shape, data);
    }

    /// A new tensor of these values, row by row.
    public static Tensor of(Shape shape, double... values) {
        float[] data = new float[values.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) values[i];
        }
        return wrap(shape, data);
    }

    /// A new matrix of these rows, which must be equally long.
    public static Tensor rows(float[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] data = new float[Shape.of(rows.length, columns).elements()];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new IllegalArgumentException(
                        "Rows must be equally long: row 0 has %d values, row %d has %d".formatted(columns, r, rows[r].length));
            }
            System.arraycopy(rows[r], 0, data, r * columns, columns);
        }
        return new Tensor(Shape.of(rows.length, columns), data);
    }

    /// The lengths of the axes.
    public Shape shape() {
        return shape;
    }

    /// The elements themselves, row by row: not a copy.
    public float[] data() {
        return data;
    }

    /// The number of elements.
    public int elements() {
        return data.length;
    }

    /// The length of the first axis.
    public int rows() {
        return shape.rows();
    }

    /// The number of elements in one row.
    public int columns() {
        return shape.columns();
    }

    /// One element, by its index along every axis.
    public float get(int... index) {
        return data[position(index)];
    }

    private int position(int[] index) {
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException("A tensor of shape %s takes %d indices, not %d"
                    .formatted(shape, shape.rank(), index.length));
        }
        int position = 0;
        for (int axis = 0; axis < index.length; axis++) {
            if (index[axis] < 0 || index[axis] >= shape.length(axis)) {
                throw new IndexOutOfBoundsException("Index %s lies outside of shape %s".formatted(Arrays.toString(index), shape));
            }
            position = position * shape.length(axis) + index[axis];
        }
        return position;
    }

    /// The same elements under another shape of the same size: a view, not a copy.
    public Tensor reshape(Shape other) {
        if (other.elements() != data.length) {
            throw new IllegalArgumentException("Cannot reshape %s to %s: %d elements are not %d"
                    .formatted(shape, other, data.length, other.elements()));
        }
        return new Tensor(other, data);
    }

    /// A new matrix with rows and columns of this one exchanged: other toolkits have a dense layer's weight so.
    ///
    /// @throws IllegalStateException if this is no matrix
    public Tensor transposed() {
        if (shape.rank() != 2) {
            throw new IllegalStateException("Only a matrix is transposed, with two axes; %s has %d".formatted(shape, shape.rank()));
        }
        Tensor result = zeros(Shape.of(shape.length(1), shape.length(0)));
        for (int i = 0; i < data.length; i++) {
            result.data[i % columns() * rows() + i / columns()] = data[i];
        }
        return result;
    }

    /// A tensor of its own with the same elements.
    public Tensor copy() {
        return new Tensor(shape, data.clone());
    }

    /// Overwrites the elements with those of a tensor of the same shape.
    public void set(Tensor source) {
        if (!source.shape.equals(shape)) {
            throw new IllegalArgumentException("Cannot put %s into %s".formatted(source.shape, shape));
        }
        System.arraycopy(source.data, 0, data, 0, data.length);
    }

    /// Overwrites every element.
    public void fill(float value) {
        Arrays.fill(data, value);
    }

    /// Whether all elements are finite: neither infinite nor NaN.
    public boolean isFinite() {
        return isFinite(0, data.length);
    }

    /// Whether elements `from` (inclusive) to `to` (exclusive) are finite. For such an x, 1 + x · 0 is 1; for others it is NaN, which becomes 0 as an int. The JVM
    /// makes vectors of this loop, and its sums do not wait for one another as those of a maximum would, which takes four times as long.
    public boolean isFinite(int from, int to) {
        int finite = 0;
        for (int i = from; i < to; i++) {
            finite += (int) (1 + data[i] * 0);
        }
        return finite == to - from;
    }

    /// Whether shape and elements are equal, bit for bit (every NaN counts as the same one).
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Tensor that && shape.equals(that.shape) && Arrays.equals(data, that.data));
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        String elements = data.length <= 16 ? Arrays.toString(data) : Arrays.toString(Arrays.copyOf(data, 16)).replace("]", ", …]");
        return "Tensor" + shape + " " + elements;
    }
}
