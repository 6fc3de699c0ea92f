package dev.cortado.evaluation;

/// The mean squared error: the mean of (ŷ − y)² over all samples and columns. Smaller is better.
public record SquaredError() implements Metric {
    @Override
    public String name() {
        return "mean_squared_error";
    }

    @Override
    public boolean largerIsBetter() {
        return false;
    }

    @Override
    public Total start() {
        return new MeanTotal((prediction, target) -> (prediction - target) * (prediction - target));
    }
}
