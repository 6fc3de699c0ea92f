package dev.cortado.engine;

import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The memory of a step: tensors handed out one after the other and all taken back at once, so that the next step with the
/// same shapes gets the same arrays and allocates nothing.
///
/// A poisoned arena fills what it takes back with NaN, so that whoever has kept a tensor is caught.
final class Arena {
    /// Beyond so many different shapes, those that the last step did not use are given up.
    private static final int SHAPES_KEPT = 256;

    private final boolean poisoned;
    private final Map<Shape, Shelf> shelves = new HashMap<>();

    Arena(boolean poisoned) {
        this.poisoned = poisoned;
    }

    /// A tensor of this shape with any contents.
    Tensor take(Shape shape) {
        Shelf shelf = shelves.get(shape);
        if (shelf == null) {
            shelf = new Shelf();
            shelves.put(shape, shelf);
        }
        return shelf.take(shape);
    }

    void reset() {
        if (shelves.size() > SHAPES_KEPT) {
            shelves.values().removeIf(shelf -> shelf.taken == 0);
        }
        for (Shelf shelf : shelves.values()) {
            shelf.reset(poisoned);
        }
    }

    /// The tensors of one shape, the first `taken` of which are in use.
    private static final class Shelf {
        private final List<Tensor> tensors = new ArrayList<>();
        private int taken;

        Tensor take(Shape shape) {
            if (taken == tensors.size()) {
                tensors.add(Tensor.zeros(shape));
            }
            return tensors.get(taken++);
        }

        void reset(boolean poisoned) {
            for (int i = 0; poisoned && i < taken; i++) {
                tensors.get(i).fill(Float.NaN);
            }
            taken = 0;
        }
    }
}
