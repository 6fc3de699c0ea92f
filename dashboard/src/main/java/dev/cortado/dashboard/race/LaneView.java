package dev.cortado.dashboard.race;

import dev.cortado.engine.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown of a lane. In news, what is null has not changed.
///
/// @param engine the engine's name
/// @param title what it is called
/// @param detail what more can be said of it
/// @param working whether it is this lane's turn
/// @param progress where it is
/// @param training in training, over the steps since the point before
/// @param validation on the test set
/// @param throughput how fast
/// @param boundary for samples in the plane
/// @param points for samples in the plane
/// @param result once it has finished
public record LaneView(
        String engine, String title, String detail, boolean working, @Nullable Progress progress,
        @Nullable Curve training, @Nullable Curve validation, @Nullable Throughput throughput,
        @Nullable Boundary boundary, @Nullable List<Point> points, @Nullable Result result) {

    static LaneView empty(Engine engine) {
        return new LaneView(engine.name(), Garage.title(engine), Garage.detail(engine), false, null,
                Curve.EMPTY, Curve.EMPTY, Throughput.EMPTY, null, null, null);
    }

    LaneView plus(LaneView news) {
        return new LaneView(engine, title, detail, news.working,
                news.progress == null ? progress : news.progress,
                plus(training, news.training),
                plus(validation, news.validation),
                news.throughput == null ? throughput : (throughput == null ? Throughput.EMPTY : throughput).plus(news.throughput),
                news.boundary == null ? boundary : news.boundary,
                news.points == null ? points : news.points,
                news.result == null ? result : news.result);
    }

    private static @Nullable Curve plus(@Nullable Curve known, @Nullable Curve news) {
        return news == null ? known : (known == null ? Curve.EMPTY : known).plus(news);
    }

    LaneView resting() {
        return new LaneView(engine, title, detail, false, progress, training, validation, throughput, boundary, points, result);
    }
}
