package dev.cortado.engine;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The memory of a step: tensors handed out one after the other and all taken back at once, so that the next step with the
/// same shapes gets the same tensors and allocates nothing. A shape need not be made to ask for one: a step has few, and
/// looking through them takes less than making another.
///
/// A poisoned arena fills what it takes back with NaN, so that whoever has kept a tensor is caught.
final class Arena {
    /// Beyond so many different shapes, those that the last step did not use are given up.
    private static final int SHAPES_KEPT = 256;

    private final boolean poisoned;
    private final List<Shelf> shelves = new ArrayList<>();

    Arena(boolean poisoned) {
        this.poisoned = poisoned;
    }

    /// A tensor of this shape with any contents.
    Tensor take(Shape shape) {
        Shelf shelf = shelf(shape);
        return (shelf == null ? add(shape) : shelf).take();
    }

    private @Nullable Shelf shelf(Shape shape) {
        for (int i = 0; i < shelves.size(); i++) {
            Shape known = shelves.get(i).shape;
            if (known.hashCode() == shape.hashCode() && known.equals(shape)) {
                return shelves.get(i);
            }
        }
        return null;
    }

    /// A tensor of so many samples of this shape.
    Tensor take(int rows, Shape sample) {
        for (int i = 0; i < shelves.size(); i++) {
            Shape known = shelves.get(i).shape;
            if (known.rows() == rows && known.isBatchOf(sample)) {
                return shelves.get(i).take();
            }
        }
        return add(sample.batch(rows)).take();
    }

    /// A matrix.
    Tensor take(int rows, int columns) {
        for (int i = 0; i < shelves.size(); i++) {
            Shape known = shelves.get(i).shape;
            if (known.rank() == 2 && known.length(0) == rows && known.length(1) == columns) {
                return shelves.get(i).take();
            }
        }
        return add(Shape.of(rows, columns)).take();
    }

    private Shelf add(Shape shape) {
        Shelf shelf = new Shelf(shape);
        shelves.add(shelf);
        return shelf;
    }

    /// A tensor as a matrix of its rows and columns, over the same array. That of a tensor from here is kept with it.
    Tensor matrix(Tensor tensor) {
        if (tensor.shape().rank() == 2) {
            return tensor;
        }
        Shelf shelf = shelf(tensor.shape());
        Tensor known = shelf == null ? null : shelf.matrix(tensor);
        return known == null ? tensor.reshape(Shape.of(tensor.rows(), tensor.columns())) : known;
    }

    void reset() {
        if (shelves.size() > SHAPES_KEPT) {
            shelves.removeIf(shelf -> shelf.taken == 0);
        }
        for (int i = 0; i < shelves.size(); i++) {
            shelves.get(i).reset(poisoned);
        }
    }

    /// The tensors of one shape, the first `taken` of which are in use, each with its matrix once that was asked for.
    private static final class Shelf {
        final Shape shape;
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<@Nullable Tensor> matrices = new ArrayList<>();
        private int taken;

        Shelf(Shape shape) {
            this.shape = shape;
        }

        Tensor take() {
            if (taken == tensors.size()) {
                tensors.add(Tensor.zeros(shape));
                matrices.add(null);
            }
            return tensors.get(taken++);
        }

        @SuppressWarnings("ReferenceEquality") // the very same array is meant
        @Nullable Tensor matrix(Tensor tensor) {
            for (int i = 0; i < taken; i++) {
                if (tensors.get(i).data() == tensor.data()) {
                    Tensor known = matrices.get(i);
                    Tensor matrix = known == null ? tensor.reshape(Shape.of(tensor.rows(), tensor.columns())) : known;
                    matrices.set(i, matrix);
                    return matrix;
                }
            }
            return null;
        }

        void reset(boolean poisoned) {
            for (int i = 0; poisoned && i < taken; i++) {
                tensors.get(i).fill(Float.NaN);
            }
            taken = 0;
        }
    }
}
