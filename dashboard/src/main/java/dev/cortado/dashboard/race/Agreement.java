package dev.cortado.dashboard.race;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the weights of the first two lanes are apart, point by point, each where both had done as many steps.
///
/// @param epoch where the points lie, in epochs
/// @param weights the largest difference of two weights
/// @param layer the parameter in which it was the last time
public record Agreement(List<Double> epoch, List<Double> weights, @Nullable String layer) {
    static final Agreement EMPTY = new Agreement(List.of(), List.of(), null);

    Agreement plus(Agreement more) {
        Agreement all = new Agreement(Series.join(epoch, more.epoch), Series.join(weights, more.weights),
                more.layer == null ? layer : more.layer);
        return Series.tooLong(all.epoch)
                ? new Agreement(Series.halve(all.epoch, Series.LATER), Series.halve(all.weights, Math::max), all.layer)
                : all;
    }
}
