package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.activation.Identity;
import dev.cortado.initializer.Initializer;
import dev.cortado.layer.Dense;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Randomness;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every initializer must keep: every element is written, with finite numbers that the shape and the randomness alone
/// decide, and a network that begins with them learns.
///
/// ```java
/// class SmallTest implements InitializerContract {
///     public Initializer initializer() { return new Small(0.01); }
/// }
/// ```
public interface InitializerContract extends FormContract {
    /// The initializer to be tested.
    Initializer initializer();

    @Override
    default Plugin plugin() {
        return initializer();
    }

    /// Vectors, matrices both ways, a convolution's four axes, one element, none; what was there does not matter.
    @Test
    default void everyElementIsWrittenAndFinite() {
        for (Shape shape : InitialValues.SHAPES) {
            Tensor filled = InitialValues.of(initializer(), shape, 1);
            Likeness.checkFinite(filled, () -> "%s of %s".formatted(initializer(), shape));
        }
    }

    @Test
    default void whatWasThereDoesNotMatter() {
        for (Shape shape : InitialValues.SHAPES) {
            Tensor zeros = Tensor.zeros(shape);
            InitialValues.fill(initializer(), zeros, 1);
            Rounding.checkBits(InitialValues.of(initializer(), shape, 1), zeros,
                    () -> "%s of %s, over NaN and over zeros".formatted(initializer(), shape));
        }
    }

    /// A layer of a million units, or of one, has finite weights too.
    @Test
    default void fansOfAnySizeGiveFiniteNumbers() {
        for (int fanIn : new int[] {1, 2, 1_000_000, 1_000_000_000}) {
            for (int fanOut : new int[] {1, 2, 1_000_000, 1_000_000_000}) {
                Tensor filled = Sample.poison(Shape.of(3, 4));
                initializer().fill(filled, fanIn, fanOut, Randomness.seed(1));
                Likeness.checkFinite(filled, () -> "%s with fans of %d and %d".formatted(initializer(), fanIn, fanOut));
            }
        }
    }

    @Test
    default void equalSeedsGiveEqualBits() {
        for (Shape shape : InitialValues.SHAPES) {
            Tensor first = InitialValues.of(initializer(), shape, 7);
            InitialValues.of(initializer(), Shape.of(5, 5), 8);
            Rounding.checkBits(InitialValues.of(initializer(), shape, 7), first,
                    () -> "%s of %s a second time".formatted(initializer(), shape));
        }
    }

    /// Where the elements differ at all, another seed gives others: two layers must not begin alike.
    @Test
    default void randomNumbersComeFromTheSeed() {
        Tensor one = InitialValues.of(initializer(), Shape.of(20, 30), 1);
        Tensor other = InitialValues.of(initializer(), Shape.of(20, 30), 2);
        if (InitialValues.distinct(one) > 2) {
            assertThat(other).as("%s with another seed", initializer()).isNotEqualTo(one);
        }
    }

    @Test
    default void oneInitializerServesSeveralThreads() {
        Initializer shared = initializer();
        List<Tensor> expected = InitialValues.SHAPES.stream().map(shape -> InitialValues.of(shared, shape, 3)).toList();
        assertThat(IntStream.range(0, 16).parallel().mapToObj(_ ->
                InitialValues.SHAPES.stream().map(shape -> InitialValues.of(shared, shape, 3)).toList()).toList())
                .as("%s on several threads", shared).allMatch(expected::equals);
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(layer(), ShortRun.inputs()).checkItLearns();
    }

    @Test
    default void aNetworkWithItIsSavedAndLoaded() {
        ShortRun.of(layer(), ShortRun.inputs()).checkItIsSavedAndLoaded();
    }

    private Dense layer() {
        return new Dense(4, new Identity(), true, initializer());
    }
}
