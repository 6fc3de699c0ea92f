package dev.cortado.expression;

/// The Gauss error function in float64, to about 1e-15 relative.
///
/// Below 6 the series of Abramowitz and Stegun, *Handbook of Mathematical Functions* (1964), 7.1.6, whose terms all have one
/// sign, so that nothing cancels; from 6 on the value is 1 to the last bit of a double.
final class ErrorFunction {
    private static final double TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

    private ErrorFunction() {
    }

    static double erf(double x) {
        if (Math.abs(x) >= 6) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_SQRT_PI * Math.exp(-x * x) * sum;
    }
}
