package dev.cortado.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {
    /// Counts how often it is compared with another.
    private record Label(int number, AtomicInteger compared) implements Comparable<Label> {
        @Override
        public int compareTo(Label other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            compared.incrementAndGet();
            return other instanceof Label label && label.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Test
    void aLabelIsFoundWithoutASearchThroughAll() {
        AtomicInteger compared = new AtomicInteger();
        Classes classes = Classes.among(labels(compared));
        compared.set(0);
        assertThat(classes.columns(labels(compared)).data()[300 * 300 - 1]).isEqualTo(1);
        assertThat(compared.get()).isBetween(1, 600);
    }

    private static Object[] labels(AtomicInteger compared) {
        return IntStream.range(0, 300).mapToObj(number -> new Label(number, compared)).toArray();
    }
}
