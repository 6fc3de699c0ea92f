package dev.cortado.training;

import dev.cortado.evaluation.Metric;
import dev.cortado.plugin.Plugins;
import org.jspecify.annotations.Nullable;

/// Ends a training when a metric has not become better for some epochs, and gives the network the weights of its best epoch.
///
/// ```java
/// EarlyStopping.patience(5).on("accuracy").minimumChange(0.001)
/// ```
///
/// The metric is that of the validation set; without one, loss and accuracy are those of training.
///
/// @param metric what is watched; null for the loss
/// @param patience how many epochs in a row may pass without an improvement; the last of them ends the training
/// @param minimumChange by more than how much a value must be better to count as an improvement
/// @param restoresBest whether the network ends, however the training ends, with the parameters of the best epoch
public record EarlyStopping(@Nullable Metric metric, int patience, double minimumChange, boolean restoresBest) {
    /// Checks the numbers.
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("The patience is a number of epochs, at least 1, and not " + patience);
        }
        if (!(minimumChange >= 0) || Double.isInfinite(minimumChange)) {
            throw new IllegalArgumentException("The minimum change is a number from 0 on, not " + minimumChange);
        }
    }

    /// Watches the loss; any improvement counts, and the best weights are restored.
    public static EarlyStopping patience(int epochs) {
        return new EarlyStopping(null, epochs, 0, true);
    }

    /// Watching this metric.
    public EarlyStopping on(Metric watched) {
        return new EarlyStopping(watched, patience, minimumChange, restoresBest);
    }

    /// Watching the metric of this text form, `"f1(average=macro)"`, or the `"loss"`.
    public EarlyStopping on(String text) {
        return new EarlyStopping(text.equals("loss") ? null : Plugins.load().get(Metric.class, text),
                patience, minimumChange, restoresBest);
    }

    /// With this much to count as an improvement.
    public EarlyStopping minimumChange(double change) {
        return new EarlyStopping(metric, patience, change, restoresBest);
    }

    /// Leaving the network as the last step has made it.
    public EarlyStopping keepingLast() {
        return new EarlyStopping(metric, patience, minimumChange, false);
    }

    String metricName() {
        return metric == null ? "loss" : metric.name();
    }

    boolean isBetter(double value, double than) {
        if (metric != null) {
            return metric.isBetter(value, than, minimumChange);
        }
        return Double.isNaN(than) ? !Double.isNaN(value) : value < than - minimumChange;
    }
}
