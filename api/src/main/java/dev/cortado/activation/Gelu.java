package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// The Gaussian error linear unit: g(z) = z Φ(z), with the normal distribution function Φ (Hendrycks and Gimpel, 2016).
///
/// @param approximate whether Φ is approximated as ½ (1 + tanh(√(2/π) (z + 0.044715 z³)))
public record Gelu(boolean approximate) implements Activation {
    /// With the exact Φ.
    public Gelu() {
        this(false);
    }

    @Override
    public Expression apply(Expression x) {
        return approximate ? x.times(tanhForm(x)) : x.times(x.times(Math.sqrt(0.5)).erf().plus(1).times(0.5));
    }

    /// ½ (1 + tanh u) is sigmoid(2u): one function fewer. And 2u is z times a quadratic, with the factors multiplied out.
    private static Expression tanhForm(Expression x) {
        double slope = 2 * Math.sqrt(2 / Math.PI);
        return x.square().times(0.044715 * slope).plus(slope).times(x).sigmoid();
    }
}
