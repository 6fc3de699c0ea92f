package dev.cortado.activation;

import dev.cortado.expression.Expression;

/// [Silu] with a sigmoid of straight lines: g(z) = 0 where z < −3, z where z ≥ 3, else z (z + 3) / 6 (Howard et al.,
/// *Searching for MobileNetV3*, 2019).
public record HardSwish() implements Activation {
    @Override
    public Expression apply(Expression x) {
        Expression bend = x.times(x.plus(3)).times(1.0 / 6);
        return Expression.select(x.lessThan(-3), Expression.constant(0), Expression.select(x.lessThan(3), bend, x));
    }
}
