package dev.cortado.engine.vector.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.engine.Ahead;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TeamTest {
    @Test
    void everyShareIsDoneOnceATurn() {
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        try (Team team = new Team(3)) {
            for (int turn = 1; turn <= 2000; turn++) {
                team.run(done::incrementAndGet);
                for (int member = 0; member < 3; member++) {
                    assertThat(done.get(member)).isEqualTo(turn);
                }
            }
        }
    }

    @Test
    void workersThatHaveGoneToSleepAreWoken() {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (Team team = new Team(2)) {
            for (int turn = 1; turn <= 20; turn++) {
                LockSupport.parkNanos(1_000_000);
                team.run(done::incrementAndGet);
                assertThat(done.get(1)).isEqualTo(turn);
            }
        }
    }

    @Test
    void aCallerThatHasGoneToSleepIsWoken() {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (Team team = new Team(2)) {
            for (int turn = 1; turn <= 20; turn++) {
                team.run(member -> {
                    LockSupport.parkNanos(member * 1_000_000L);
                    done.incrementAndGet(member);
                });
                assertThat(done.get(1)).isEqualTo(turn);
            }
        }
    }

    @Test
    void eachHalfOfTheWorkIsDoneForEveryThingOnce() {
        for (int size : new int[] {1, 2, 3, 4, 6}) {
            Team team = new Team(size);
            int[] first = new int[17], second = new int[17];
            for (int i = 0; i < size; i++) {
                int member = i;
                team.shareHalves(member, 17, (who, from, to) -> count(who, member, from, to, first), (who, from, to) -> count(who, member, from, to, second));
                if (size % 2 == 0 && member == size / 2 - 1) {
                    // The first half of the members has done the first half of the work, and no more.
                    assertThat(first).containsOnly(1);
                    assertThat(second).containsOnly(0);
                }
            }
            assertThat(first).containsOnly(1);
            assertThat(second).containsOnly(1);
        }
    }

    @Test
    void manyRowsAreSharedInTheHalvesThatAProductHas() {
        for (int size = 1; size <= 8; size++) {
            Team team = new Team(size);
            for (int rows : new int[] {1, 50, 511, 512, 513, 784, 801, 1000}) {
                int before = 0;
                for (int member = 0; member <= size; member++) {
                    int bound = team.rowBound(member, rows);
                    assertThat(bound).as("%d of %d members, %d rows", member, size, rows).isBetween(before, before + Math.ceilDiv(rows, size) + 15);
                    assertThat(team.elementBound(member, rows, 10, 1)).isEqualTo(rows < 512 ? rows * 10 * member / size : bound * 10);
                    assertThat(team.elementBound(member, rows, 10, 256))
                            .isEqualTo(rows < 512 ? Math.min(rows * 10, Math.ceilDiv(rows * 10, 256) * member / size * 256) : bound * 10);
                    before = bound;
                }
                assertThat(before).isEqualTo(rows);
                if (size % 2 == 0 && rows >= 512) {
                    assertThat(team.rowBound(size / 2, rows)).isEqualTo(Halves.first(rows)).matches(half -> half % 16 == 0);
                }
            }
        }
    }

    private static void count(int who, int member, int from, int to, int[] done) {
        assertThat(who).isEqualTo(member);
        for (int i = from; i < to; i++) {
            done[i]++;
        }
    }

    @Test
    void aFailureOfAnyMemberReachesTheCallerAndTheTeamGoesOn() {
        try (Team team = new Team(3)) {
            for (int failing = 0; failing < 3; failing++) {
                int culprit = failing;
                assertThatThrownBy(() -> team.run(member -> {
                    if (member == culprit) {
                        throw new IllegalArgumentException("share " + member);
                    }
                })).isInstanceOf(IllegalArgumentException.class).hasMessage("share " + failing);
            }
            AtomicIntegerArray done = new AtomicIntegerArray(3);
            team.run(done::incrementAndGet);
            assertThat(done).hasToString("[1, 1, 1]");
        }
    }

    @Test
    void whoWaitsDoesWorkAheadAfterTheNextShareAndNobodyElse() throws InterruptedException {
        try (Team team = new Team(2)) {
            var workers = ConcurrentHashMap.<Thread>newKeySet();
            CountDownLatch left = new CountDownLatch(100);
            team.run(_ -> { });
            Ahead ahead = team.whileIdle(100, 1 << 20, (first, end) -> {
                workers.add(Thread.currentThread());
                IntStream.range(first, end).forEach(_ -> left.countDown());
            });
            LockSupport.parkNanos(1_000_000);
            assertThat(left.getCount()).as("before the next share").isEqualTo(100);
            team.run(_ -> { });
            assertThat(left.await(10, TimeUnit.SECONDS)).as("done while nobody has asked for it").isTrue();
            assertThat(workers).hasSize(1).doesNotContain(Thread.currentThread());
            ahead.finish();
        }
    }

    @Test
    void workAheadThatNobodyHadTimeForIsSharedInTheEnd() {
        try (Team team = new Team(3)) {
            AtomicIntegerArray first = new AtomicIntegerArray(10);
            AtomicIntegerArray second = new AtomicIntegerArray(10);
            Ahead pushedOut = team.whileIdle(10, 1 << 20, (from, to) -> IntStream.range(from, to).forEach(first::incrementAndGet));
            Ahead ahead = team.whileIdle(10, 1 << 20, (from, to) -> IntStream.range(from, to).forEach(second::incrementAndGet));
            ahead.finish();
            pushedOut.finish();
            assertThat(first.toString() + second).isEqualTo("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]".repeat(2));
        }
    }

    @Test
    void workAheadThatIsPushedOutAfterItWasBegunIsDoneOnce() {
        try (Team team = new Team(2)) {
            for (int round = 0; round < 200; round++) {
                AtomicIntegerArray first = new AtomicIntegerArray(10);
                Ahead pushedOut = team.whileIdle(10, 1 << 20, (from, to) -> IntStream.range(from, to).forEach(first::incrementAndGet));
                team.run(_ -> { });
                Ahead next = team.whileIdle(10, 1 << 20, (_, _) -> { });
                team.run(_ -> { });
                pushedOut.finish();
                assertThat(first).hasToString("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");
                next.cancel();
            }
        }
    }

    @Test
    void workAheadThatIsCancelledIsNotGoneOnWith() {
        try (Team team = new Team(2)) {
            for (int round = 0; round < 200; round++) {
                AtomicInteger done = new AtomicInteger();
                Ahead ahead = team.whileIdle(1000, 1 << 22, (from, to) -> done.addAndGet(to - from));
                if (round % 2 == 0) {
                    team.run(_ -> { });
                }
                ahead.cancel();
                int before = done.get();
                team.run(_ -> { });
                assertThat(done.get()).isEqualTo(before);
            }
        }
    }

    @Test
    void workersEndWhenTheTeamIsClosed() throws InterruptedException {
        var workers = ConcurrentHashMap.<Thread>newKeySet();
        try (Team team = new Team(4)) {
            team.run(member -> workers.add(Thread.currentThread()));
        }
        workers.remove(Thread.currentThread());
        assertThat(workers).hasSize(3);
        for (Thread worker : workers) {
            worker.join(10_000);
            assertThat(worker.isAlive()).isFalse();
        }
    }

    @Test
    void workersEndWhenNobodyCanReachTheTeam() throws InterruptedException {
        Thread worker = workerOfAForgottenTeam();
        for (int i = 0; i < 1000 && worker.isAlive(); i++) {
            System.gc();
            worker.join(10);
        }
        assertThat(worker.isAlive()).isFalse();
    }

    private static Thread workerOfAForgottenTeam() {
        Thread[] members = new Thread[2];
        Team team = new Team(2);
        Share work = member -> {
            members[member] = Thread.currentThread();
            assertThat(team.size()).isEqualTo(2);
        };
        team.run(work);
        team.whileIdle(100, 1 << 20, (_, _) -> assertThat(team.size()).isEqualTo(2));
        team.run(work);
        team.whileIdle(100, 1 << 20, (_, _) -> assertThat(team.size()).isEqualTo(2));
        return members[1];
    }

    @Test
    void aClosedTeamSaysSo() {
        Team team = new Team(2);
        team.close();
        assertThatThrownBy(() -> team.run(member -> { })).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void workAheadThatIsWantedOfAClosedTeamIsRefused() {
        Team team = new Team(2);
        Ahead ahead = team.whileIdle(10, 1 << 20, (_, _) -> { });
        team.close();
        assertThatThrownBy(ahead::finish).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }
}
