package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.data.Dataset;
import dev.cortado.data.DatasetProvider;
import dev.cortado.plugin.Plugin;
import dev.cortado.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every data set must keep: a batch holds the samples that were asked for, the same at every time and on every thread,
/// and there is something to learn in it.
///
/// ```java
/// class FashionTest implements DatasetContract {
///     public DatasetProvider provider() { return new Fashion(); }
/// }
/// ```
public interface DatasetContract extends FormContract {
    /// Where the data sets come from.
    DatasetProvider provider();

    @Override
    default Plugin plugin() {
        return provider();
    }

    private void each(Consumer<Drawn> check) {
        check.accept(new Drawn(provider() + "'s training set", provider().training()));
        check.accept(new Drawn(provider() + "'s test set", provider().test()));
    }

    @Test
    default void thereAreSamplesOfNumbers() {
        each(drawn -> {
            assertThat(drawn.dataset().size()).as(drawn.what()).isPositive();
            drawn.batch(drawn.some(64)).forEach(tensor -> Likeness.checkFinite(tensor, drawn::what));
        });
    }

    /// Any order, some of them twice, none at all, the last one.
    @Test
    default void aBatchIsItsSamplesOneByOne() {
        each(drawn -> {
            int[] samples = drawn.some(33);
            List<Tensor> batch = drawn.batch(samples);
            for (int row = 0; row < samples.length; row++) {
                List<Tensor> alone = drawn.batch(samples[row]);
                for (int part = 0; part < 2; part++) {
                    Tensor expected = Targets.rows(batch.get(part), row);
                    assertThat(alone.get(part)).as("sample %d of %s, alone and in a batch", samples[row], drawn.what())
                            .isEqualTo(expected);
                }
            }
            assertThat(drawn.batch().getFirst().rows()).isZero();
        });
    }

    @Test
    default void onlyThePlacesThatAreNamedAreDrawn() {
        each(drawn -> {
            int[] samples = drawn.some(20);
            int[] before = samples.clone();
            List<Tensor> middle = drawn.batch(samples, 5, 12);
            assertThat(samples).as("the numbers that %s was given", drawn.what()).isEqualTo(before);
            assertThat(middle).as("places 5 to 11 of %s", drawn.what())
                    .isEqualTo(drawn.batch(IntStream.range(5, 12).map(i -> before[i]).toArray()));
        });
    }

    /// As several threads draw parts of one batch.
    @Test
    default void aPartOfABatchIsWrittenToItsRowsAlone() {
        each(drawn -> {
            int[] samples = drawn.some(20);
            List<Tensor> whole = drawn.batch(samples);
            List<Tensor> parts = List.of(Sample.poison(whole.getFirst().shape()), Sample.poison(whole.getLast().shape()));
            for (int from : new int[] {13, 0, 6}) {
                int to = Math.min(samples.length, from == 0 ? 6 : from + 7);
                drawn.dataset().draw(samples, from, to, parts.getFirst(), parts.getLast(), from);
                for (int part = 0; part < 2; part++) {
                    assertThat(Targets.rows(parts.get(part), from)).as("row %d of %s, drawn with those after it", from, drawn.what())
                            .isEqualTo(Targets.rows(whole.get(part), from));
                }
            }
            assertThat(parts).as("a batch of %s, drawn in parts", drawn.what()).isEqualTo(whole);
        });
    }

    @Test
    default void everyDrawGivesTheSame() {
        each(drawn -> {
            int[] samples = drawn.some(40);
            List<Tensor> first = drawn.batch(samples);
            drawn.batch(0);
            assertThat(drawn.batch(samples)).as("%s, drawn again", drawn.what()).isEqualTo(first);
        });
        assertThat(new Drawn("", provider().training()).batch(0)).as("sample 0 of %s, asked for anew", provider())
                .isEqualTo(new Drawn("", provider().training()).batch(0));
    }

    @Test
    default void oneDatasetServesSeveralThreads() {
        each(drawn -> {
            int[] samples = drawn.some(40);
            List<Tensor> expected = drawn.batch(samples);
            assertThat(IntStream.range(0, 16).parallel().mapToObj(_ -> drawn.batch(samples)).toList())
                    .as("%s on several threads", drawn.what()).allMatch(expected::equals);
        });
    }

    /// Classes have a name for each column of the target, or are two in one column; a target says which with one 1.
    @Test
    default void targetsAreOfTheNamedClasses() {
        each(drawn -> {
            int columns = drawn.dataset().targetShape().elements();
            int classes = drawn.dataset().classes().size();
            if (classes > 0) {
                assertThat(classes).as("the number of classes in %s, whose targets are %s", drawn.what(),
                        drawn.dataset().targetShape()).isEqualTo(columns == 1 ? 2 : columns);
                assertThat(drawn.dataset().classes()).as("the classes of %s", drawn.what()).doesNotHaveDuplicates();
                drawn.checkOneHot();
            }
        });
    }

    @Test
    default void bothSetsAreOfOneKind() {
        Dataset training = provider().training();
        Dataset test = provider().test();
        assertThat(test.inputShape()).as("the inputs to be judged by").isEqualTo(training.inputShape());
        assertThat(test.targetShape()).as("the targets to be judged by").isEqualTo(training.targetShape());
        assertThat(test.classes()).as("the classes to be judged by").isEqualTo(training.classes());
    }

    @Test
    default void aShortRunLowersTheLoss() {
        ShortRun.of(provider().training()).checkItLearns();
    }
}
