package dev.cortado.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of a tensor's axes, outermost first: `[50, 784]`, `[64, 1, 28, 28]`. Immutable and compared by value.
///
/// A length may be 0 (an empty batch), never negative; the product of all lengths fits an `int`.
public final class Shape {
    private static final int UNKNOWN = -1;

    private final int[] lengths;
    private final int elements;
    /// Kept, since loops over rows ask for it, and a division takes longer than what they do with a number. Unknown of an empty batch, whose other lengths may have a product that
    /// is too large.
    private final int columns;
    private final int hash;

    private Shape(int[] lengths) {
        this.lengths = lengths;
        this.elements = product(lengths);
        this.columns = rows() > 0 ? elements / rows() : UNKNOWN;
        this.hash = Arrays.hashCode(lengths);
    }

    /// The shape with these axis lengths; without any, a scalar of one element.
    ///
    /// @throws IllegalArgumentException if a length is negative or the elements are too many for one array
    public static Shape of(int... lengths) {
        return new Shape(lengths.clone());
    }

    private static int product(int[] lengths) {
        long product = 1;
        for (int length : lengths) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "A shape has no negative length: %s has %d".formatted(Arrays.toString(lengths), length));
            }
            product = Math.min(product * length, 1L << 32);
        }
        if (product > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A shape of %s is too large: one array holds at most %d elements"
                    .formatted(Arrays.toString(lengths), Integer.MAX_VALUE - 8));
        }
        return (int) product;
    }

    /// The number of axes.
    public int rank() {
        return lengths.length;
    }

    /// The length of an axis; negative axes count from the end, -1 is the last.
    public int length(int axis) {
        int index = axis < 0 ? axis + lengths.length : axis;
        if (index < 0 || index >= lengths.length) {
            throw new IndexOutOfBoundsException("%s has no axis %d: it has %d".formatted(this, axis, lengths.length));
        }
        return lengths[index];
    }

    /// The number of elements: the product of all lengths.
    public int elements() {
        return elements;
    }

    /// The length of the first axis, the batch; 1 for a scalar.
    public int rows() {
        return lengths.length == 0 ? 1 : lengths[0];
    }

    /// The number of elements in one row: the product of all lengths but the first.
    public int columns() {
        return columns == UNKNOWN ? product(Arrays.copyOfRange(lengths, 1, lengths.length)) : columns;
    }

    /// This shape as that of one sample in a batch of `rows`: `[28, 28]` becomes `[rows, 28, 28]`.
    public Shape batch(int rows) {
        int[] batched = new int[lengths.length + 1];
        batched[0] = rows;
        System.arraycopy(lengths, 0, batched, 1, lengths.length);
        return new Shape(batched);
    }

    /// The shape of one sample of this batch: `[50, 28, 28]` becomes `[28, 28]`.
    public Shape sample() {
        if (lengths.length == 0) {
            throw new IllegalStateException("A scalar has no batch axis to take off");
        }
        return new Shape(Arrays.copyOfRange(lengths, 1, lengths.length));
    }

    /// Whether this is the shape of a batch of such samples.
    public boolean isBatchOf(Shape sample) {
        return lengths.length == sample.lengths.length + 1
                && Arrays.equals(lengths, 1, lengths.length, sample.lengths, 0, sample.lengths.length);
    }

    /// The axis lengths, a copy.
    public int[] toArray() {
        return lengths.clone();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Shape that && Arrays.equals(lengths, that.lengths));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.stream(lengths).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
