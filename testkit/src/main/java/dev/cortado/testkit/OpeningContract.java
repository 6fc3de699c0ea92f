package dev.cortado.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Ahead;
import dev.cortado.engine.Engine;
import dev.cortado.engine.Kernels;
import dev.cortado.engine.Part;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is opened with an engine: alike every time, apart from all others, gone when it is closed.
interface OpeningContract extends EngineSubject {
    /// Whether closing ends every thread that opening began. An engine whose threads belong to the whole process says no, and
    /// says so in its documentation.
    default boolean endsItsThreads() {
        return true;
    }

    @Test
    default void theEngineCanRunHere() {
        assertThat(engine().unavailable()).isEmpty();
    }

    @Test
    default void equalInputsGiveEqualBitsEveryTime() {
        try (Kernels kernels = engine().open(); Kernels others = engine().open()) {
            List<Tensor> first = Workload.run(kernels);
            for (int again = 0; again < 3; again++) {
                assertThat(Workload.run(kernels)).as("the same once more").isEqualTo(first);
            }
            assertThat(Workload.run(others)).as("the same with a second opening").isEqualTo(first);
        }
    }

    @Test
    default void theNumberOfThreadsDoesNotChangeABit() {
        List<List<Tensor>> results = new ArrayList<>();
        for (Engine engine : Settings.variants(engine(), "threads", 1, 2, 3)) {
            try (Kernels kernels = engine.open()) {
                results.add(Workload.run(kernels));
            }
        }
        assertThat(results).allSatisfy(result -> assertThat(result).isEqualTo(results.getFirst()));
    }

    @Test
    default void workThatIsSharedIsDoneOnceAndItsExceptionsAreThrown() {
        for (Engine engine : Settings.variants(engine(), "threads", 1, 2, 3)) {
            try (Kernels kernels = engine.open()) {
                for (int count : new int[] {0, 1, 2, 50, 1001}) {
                    AtomicIntegerArray done = new AtomicIntegerArray(count);
                    kernels.share(count, 1 << 20, counting(done));
                    assertEachDoneOnce(done);
                }
                for (int guilty : new int[] {0, 49}) {
                    assertThatThrownBy(() -> kernels.share(50, 1 << 20, failingAt(guilty))).hasMessage("number " + guilty);
                }
                kernels.share(50, 1 << 20, (_, _) -> { });
            }
        }
    }

    @Test
    default void workAheadIsDoneOnceWhenItIsFinishedAndItsExceptionsAreThrownThen() {
        for (Engine engine : Settings.variants(engine(), "threads", 1, 2, 3)) {
            try (Kernels kernels = engine.open()) {
                for (int count : new int[] {0, 1, 2, 50, 1001}) {
                    AtomicIntegerArray done = new AtomicIntegerArray(count);
                    Ahead ahead = kernels.ahead(count, 1 << 20, counting(done));
                    Workload.run(kernels);
                    ahead.finish();
                    assertEachDoneOnce(done);
                }
                for (int guilty : new int[] {0, 49}) {
                    Ahead ahead = kernels.ahead(50, 1 << 20, failingAt(guilty));
                    Workload.run(kernels);
                    assertThatThrownBy(ahead::finish).hasMessage("number " + guilty);
                }
                Workload.run(kernels);
            }
        }
    }

    @Test
    default void workAheadThatIsCancelledIsLeftAlone() {
        for (Engine engine : Settings.variants(engine(), "threads", 1, 2, 3)) {
            try (Kernels kernels = engine.open()) {
                AtomicIntegerArray done = new AtomicIntegerArray(1000);
                Ahead cancelled = kernels.ahead(1000, 1 << 20, counting(done));
                Workload.run(kernels);
                cancelled.cancel();
                String then = done.toString();
                AtomicIntegerArray others = new AtomicIntegerArray(1000);
                Ahead next = kernels.ahead(1000, 1 << 20, counting(others));
                Workload.run(kernels);
                next.finish();
                assertThat(done).hasToString(then);
                assertThat(IntStream.range(0, 1000).map(done::get)).allMatch(times -> times <= 1);
                assertEachDoneOnce(others);
            }
        }
    }

    private static Part counting(AtomicIntegerArray done) {
        return (first, end) -> IntStream.range(first, end).forEach(done::incrementAndGet);
    }

    private static void assertEachDoneOnce(AtomicIntegerArray done) {
        int count = done.length();
        assertThat(IntStream.range(0, count).map(done::get)).as("how often each of %d was done", count).allMatch(times -> times == 1);
    }

    private static Part failingAt(int guilty) {
        return (first, end) -> {
            if (first <= guilty && guilty < end) {
                throw new IllegalStateException("number " + guilty);
            }
        };
    }

    @Test
    default void severalOpeningsWorkAtOnce() throws InterruptedException, ExecutionException {
        try (Kernels kernels = engine().open(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Tensor> expected = Workload.run(kernels);
            List<Future<List<Tensor>>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                results.add(threads.submit(this::runOnce));
            }
            for (Future<List<Tensor>> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    private List<Tensor> runOnce() {
        try (Kernels kernels = engine().open()) {
            return Workload.run(kernels);
        }
    }

    @Test
    default void closingOneOpeningLeavesTheOthersWorking() {
        try (Kernels kernels = engine().open()) {
            List<Tensor> expected = Workload.run(kernels);
            assertThat(runOnce()).isEqualTo(expected);
            assertThat(Workload.run(kernels)).isEqualTo(expected);
        }
    }

    @Test
    default void closingEndsEveryThreadThatWasBegun() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (Engine engine : Settings.variants(engine(), "threads", 2, 3)) {
            try (Kernels kernels = engine.open()) {
                Workload.run(kernels);
            }
        }
        Set<Thread> begun = new HashSet<>(Thread.getAllStackTraces().keySet());
        begun.removeAll(before);
        for (Thread thread : endsItsThreads() ? begun : Set.<Thread>of()) {
            thread.join(5_000);
            assertThat(thread.isAlive()).as("%s is alive five seconds after the engine was closed", thread).isFalse();
        }
    }
}
