package dev.cortado.dashboard.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewersTest {
    private static final Message SNAPSHOT = new Message(0, "snapshot", () -> "all");

    private final Viewers viewers = new Viewers(() -> SNAPSHOT, Duration.ofDays(1));

    @AfterEach
    void close() {
        viewers.close();
    }

    private Thread serve(Viewers to, Wire wire) {
        return Thread.startVirtualThread(() -> {
            try {
                to.serve("hello".getBytes(UTF_8), wire);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aViewerThatTakesNothingHoldsUpNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Queue<String> read = new ConcurrentLinkedQueue<>();
        Thread stalled = serve(viewers, _ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        Thread reader = serve(viewers, bytes -> read.add(new String(bytes, UTF_8)));
        Patience.await("the reader's snapshot", () -> read.size() == 2);
        for (int i = 1; i <= 10_000; i++) {
            int number = i;
            viewers.show(new Message(i, "update", () -> Integer.toString(number)));
            assertThat(viewers.longestQueue()).isLessThanOrEqualTo(Mailbox.CAPACITY);
        }
        viewers.refresh();
        assertThat(viewers.dropped()).isPositive();
        Patience.await("the reader's second snapshot",
                () -> read.stream().filter(frame -> frame.contains("snapshot")).count() >= 2);
        never.countDown();
        viewers.close();
        stalled.join();
        reader.join();
        assertThat(viewers.count()).isZero();
    }

    @Test
    void aViewerThatIsGoneIsForgotten() throws Exception {
        Thread gone = serve(viewers, _ -> {
            throw new IOException("Broken pipe");
        });
        gone.join();
        assertThat(viewers.count()).isZero();
    }

    @Test
    void aSilenceIsFilledWithTicks() throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        Viewers restless = new Viewers(() -> SNAPSHOT, Duration.ofMillis(1));
        Thread viewer = serve(restless, bytes -> {
            if (new String(bytes, UTF_8).startsWith("event: tick")) {
                ticks.incrementAndGet();
            }
        });
        Patience.await("three ticks", () -> ticks.get() >= 3);
        restless.close();
        viewer.join();
    }

    @Test
    void aMessageIsWrittenOnceForAllAndNotAtAllForNobody() throws Exception {
        AtomicInteger written = new AtomicInteger();
        AtomicLong received = new AtomicLong();
        viewers.show(new Message(1, "update", () -> "never " + written.incrementAndGet()));
        for (int i = 0; i < 3; i++) {
            serve(viewers, _ -> received.incrementAndGet());
        }
        Patience.await("three snapshots", () -> received.get() == 6);
        assertThat(written).hasValue(0);
        viewers.show(new Message(2, "update", () -> "once " + written.incrementAndGet()));
        Patience.await("three updates", () -> received.get() == 9);
        assertThat(written).hasValue(1);
    }
}
