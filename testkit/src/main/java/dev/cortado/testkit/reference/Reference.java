package dev.cortado.testkit.reference;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.Arrays;

/// A tensor of a reference case, in float64.
final class Reference {
    /// A tensor whose largest magnitude is below this counts as one of this magnitude: what is 0 in exact arithmetic need not
    /// be so in float32.
    private static final double SMALLEST = 1e-3;

    private final ReferenceCase place;
    private final Shape shape;
    private final double[] values;

    private Reference(ReferenceCase place, Shape shape, double[] values) {
        this.place = place;
        this.shape = shape;
        this.values = values;
    }

    static Reference of(ReferenceCase place, int[] lengths, double... values) {
        Shape shape = Shape.of(lengths);
        if (shape.elements() != values.length) {
            throw place.failure("a tensor of shape %s has %d elements, 'data' has %d".formatted(
                    shape, shape.elements(), values.length));
        }
        return new Reference(place, shape, values);
    }

    Shape shape() {
        return shape;
    }

    /// A tensor of these values.
    Tensor tensor() {
        return Tensor.of(shape, values);
    }

    /// Fails unless every element of a result is this tensor's.
    ///
    /// @param relative how far off it may be, relative to the largest magnitude in this tensor
    void check(Tensor actual, double relative) {
        if (!actual.shape().equals(shape)) {
            throw place.failure("the result has shape %s, should be %s".formatted(actual.shape(), shape));
        }
        double allowed = relative * Math.max(SMALLEST, largest());
        int worst = -1;
        for (int i = 0; i < values.length; i++) {
            boolean right = excess(actual, i) <= allowed;
            worst = right || (worst >= 0 && !(excess(actual, i) > excess(actual, worst))) ? worst : i;
        }
        if (worst >= 0) {
            throw place.failure("element %d of %s is %s, should be %s ± %.1e".formatted(
                    worst, shape, actual.data()[worst], values[worst], allowed));
        }
    }

    private double largest() {
        return Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    }

    /// How far an element is off; infinite where one of both is NaN or infinite and the other is not the same.
    private double excess(Tensor actual, int i) {
        double difference = Math.abs(actual.data()[i] - values[i]);
        if (Double.isFinite(difference)) {
            return difference;
        }
        return Double.compare(actual.data()[i], values[i]) == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
}
