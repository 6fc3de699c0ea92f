package dev.cortado.evaluation;

/// The mean absolute error: the mean of |ŷ − y| over all samples and columns. Smaller is better.
public record AbsoluteError() implements Metric {
    @Override
    public String name() {
        return "mean_absolute_error";
    }

    @Override
    public boolean largerIsBetter() {
        return false;
    }

    @Override
    public Total start() {
        return new MeanTotal((prediction, target) -> Math.abs(prediction - target));
    }
}
