package dev.cortado.dashboard.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cortado.dashboard.Patience;
import dev.cortado.plugin.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaceTest {
    private final List<RaceView> news = new ArrayList<>();
    private final Racetrack track = new Racetrack(new Catalogue(Plugins.load()), new Audience() {
        @Override
        public void news(RaceView more) {
            news.add(more);
        }

        @Override
        public void turn() {
            // The tests look at the state themselves.
        }
    }, _ -> _ -> { });

    @AfterEach
    void close() {
        track.close();
    }

    private RaceSettings stripes(int epochs) {
        RaceSettings defaults = track.catalogue().defaults("stripes");
        return new RaceSettings("stripes", "flatten, dense(16, tanh), dense(3)", defaults.loss(), "sgd", 0.1, 50, 7, epochs, 0,
                List.of("vector", "ojalgo"));
    }

    private LaneView lane(int index) {
        return track.latest().lanes().get(index);
    }

    private static <T> T present(@org.jspecify.annotations.Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void bothLanesStartFromTheSameWeightsAndDoTheSameSteps() {
        track.run(stripes(5));
        assertThat(track.latest().state()).isEqualTo(RaceState.FINISHED);
        assertThat(present(lane(0).progress()).step()).isEqualTo(60);
        assertThat(present(lane(1).progress()).step()).isEqualTo(60);
        Curve one = present(lane(0).validation());
        Curve other = present(lane(1).validation());
        assertThat(one.epoch()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0).isEqualTo(other.epoch());
        assertThat(one.loss().getFirst()).isEqualTo(other.loss().getFirst(), org.assertj.core.data.Offset.offset(1e-6));
        Agreement agreement = present(track.latest().agreement());
        assertThat(agreement.epoch().getFirst()).isZero();
        assertThat(agreement.weights().getFirst()).isZero();
        assertThat(agreement.epoch().getLast()).isEqualTo(5.0);
        assertThat(agreement.epoch()).hasSize(5 * 8 + 1).isSorted();
    }

    @Test
    void theLanesDriftApartByRoundingAlone() {
        track.run(stripes(20));
        Agreement agreement = present(track.latest().agreement());
        assertThat(agreement.weights()).allSatisfy(difference -> assertThat(difference).isBetween(0.0, 1e-4));
        assertThat(agreement.weights().getLast()).isPositive();
        assertThat(agreement.layer()).matches("[12]\\.(weight|bias)");
    }

    @Test
    void theSameRaceAgainGoesTheSameWay() {
        List<EpochRow> once = track.run(stripes(3));
        List<EpochRow> again = track.run(stripes(3));
        assertThat(again).extracting(EpochRow::loss).isEqualTo(once.stream().map(EpochRow::loss).toList());
        assertThat(again).extracting(EpochRow::accuracy).isEqualTo(once.stream().map(EpochRow::accuracy).toList());
        assertThat(track.latest().race()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "ojalgo", "plain"})
    void xorIsSolved(String engine) {
        List<EpochRow> rows = track.run(track.catalogue().defaults("xor").unpaced().withEngines(List.of(engine)));
        assertThat(rows).hasSize(20).allMatch(row -> row.engine().equals(engine));
        assertThat(rows.getLast().epoch()).isEqualTo(500);
        assertThat(rows.getLast().accuracy()).isEqualTo(1);
        assertThat(present(lane(0).points())).hasSize(4).allSatisfy(point ->
                assertThat(point.output()).isBetween(point.target() - 0.5, point.target() + 0.5));
        assertThat(present(lane(0).result()).confusion()).isEqualTo(List.of(List.of(2, 0), List.of(0, 2)));
        assertThat(present(lane(0).result()).wrongCount()).isZero();
        assertThat(present(track.latest().agreement()).epoch()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"and, vector", "and, ojalgo", "and, plain", "or, vector", "or, ojalgo", "or, plain"})
    void whatAStraightLinePartsIsLearned(String dataset, String engine) {
        List<EpochRow> rows = track.run(track.catalogue().defaults(dataset).unpaced().withEngines(List.of(engine)));
        assertThat(rows.getLast().accuracy()).isEqualTo(1);
        assertThat(present(lane(0).points())).allSatisfy(point ->
                assertThat(point.output()).isBetween(point.target() - 0.4, point.target() + 0.4));
    }

    /// A network that sees the first number alone: the boundary must change from left to right and not from bottom to top.
    @Test
    void theBoundaryIsDrawnRowByRowFromTheSmallestNumbers() {
        RaceSettings settings = new RaceSettings("corners", "dense(1)", "binary_cross_entropy", "sgd", 0.1, 4, 3, 1, 0,
                List.of("plain"));
        track.run(settings);
        byte[] cells = java.util.Base64.getDecoder().decode(present(lane(0).boundary()).values());
        assertThat(cells).hasSize(64 * 64);
        List<Point> points = present(lane(0).points());
        // The middles of the cells nearest to a corner are 1/64 away from it.
        double[][] places = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        for (int corner = 0; corner < 4; corner++) {
            int column = places[corner][0] == 0 ? 16 : 48;
            int row = places[corner][1] == 0 ? 16 : 48;
            assertThat((cells[row * 64 + column] & 0xFF) / 255.0)
                    .isEqualTo(points.get(corner).output(), org.assertj.core.data.Offset.offset(0.02));
        }
    }

    @Test
    void theVerdictCountsEverySampleOnce() {
        track.run(stripes(2));
        Result result = present(lane(0).result());
        int all = result.confusion().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
        int right = result.confusion().get(0).get(0) + result.confusion().get(1).get(1) + result.confusion().get(2).get(2);
        assertThat(all).isEqualTo(1200);
        assertThat(result.wrongCount()).isEqualTo(all - right);
        assertThat(result.accuracy()).isEqualTo(present(lane(0).validation()).accuracy().getLast());
        assertThat(result.wrong()).isSortedAccordingTo(
                java.util.Comparator.comparingDouble(Result.Wrong::output).reversed());
        assertThat(result.wrong()).allSatisfy(wrong -> {
            assertThat(wrong.truth()).isEqualTo(wrong.index() % 3).isNotEqualTo(wrong.predicted());
            assertThat(wrong.output()).isBetween(1.0 / 3, 1.0);
        });
    }

    @Test
    void aRaceThatDivergesNamesTheEngineAndTheStep() {
        RaceSettings wild = new RaceSettings(
                "corners", "dense(4), dense(1)", "mean_squared_error", "sgd", 1e15, 4, 1, 100, 0, List.of("plain", "ojalgo"));
        track.run(wild);
        assertThat(track.latest().state()).isEqualTo(RaceState.FAILED);
        assertThat(track.latest().message()).matches("(plain|ojalgo): Step \\d+: the loss is (NaN|Infinity) because .*");
        assertThat(track.latest().lanes()).noneMatch(LaneView::working);
        long good = track.latest().lanes().stream().mapToLong(lane -> present(lane.progress()).step()).max().orElseThrow();
        assertThat(track.latest().message()).contains("the parameters after step " + good + ";");
    }

    @Test
    void newsAddUpToWhatIsKnown() {
        track.run(stripes(4));
        RaceView last = news.getLast();
        assertThat(last.version()).isLessThan(track.latest().version());
        long points = news.stream().map(view -> view.lanes().get(1).training()).filter(Objects::nonNull)
                .mapToLong(curve -> curve.epoch().size()).sum();
        assertThat(present(lane(1).training()).epoch()).hasSize((int) points).isSorted();
        assertThat(news).extracting(RaceView::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPacedRaceTakesTurnsOfAFewSteps() {
        RaceSettings paced = new RaceSettings("corners", "dense(2, tanh), dense(1)", "binary_cross_entropy", "adam", 0.1, 4, 1, 1_000_000,
                200, List.of("vector", "ojalgo"));
        track.start(paced);
        Patience.await("some rounds", () -> lane(1).progress() != null && present(lane(1).progress()).step() >= 60);
        stop();
        assertThat(present(lane(0).progress()).secondsLeft()).isGreaterThan(4000);
        long ahead = present(lane(0).progress()).step() - present(lane(1).progress()).step();
        assertThat(ahead).isBetween(0L, 20L);
        assertThat(present(lane(0).result()).confusion()).hasSize(2);
    }

    @Test
    void aClosedTrackStartsNothing() {
        track.start(track.catalogue().defaults("xor"));
        track.close();
        assertThat(track.latest().state()).isEqualTo(RaceState.STOPPED);
        assertThatThrownBy(() -> track.start(track.catalogue().defaults("xor"))).isInstanceOf(RaceConflict.class);
    }

    private void stop() {
        track.stop();
        Patience.await("the end", () -> track.latest().state() == RaceState.STOPPED);
    }

    @Test
    void oneRaceAtATime() {
        track.start(track.catalogue().defaults("xor"));
        assertThatThrownBy(() -> track.start(track.catalogue().defaults("xor"))).isInstanceOf(RaceConflict.class);
        stop();
        track.start(track.catalogue().defaults("xor"));
        assertThat(track.latest().race()).isEqualTo(2);
    }
}
