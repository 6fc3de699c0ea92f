package dev.cortado.expression;

/// An operation of an [Expression] on one, two or three numbers, with its meaning for single numbers.
///
/// Comparisons give 1 where they hold and 0 where not; with NaN none of them holds.
public enum Operator {
    /// a + b.
    ADD(2),
    /// a − b.
    SUBTRACT(2),
    /// a · b.
    MULTIPLY(2),
    /// a / b.
    DIVIDE(2),
    /// The smaller one; NaN if either is NaN, and −0 is smaller than +0.
    MINIMUM(2),
    /// The larger one; NaN if either is NaN, and +0 is larger than −0.
    MAXIMUM(2),
    /// a to the power of b.
    POWER(2),
    /// Whether a < b.
    LESS(2),
    /// Whether a ≤ b.
    LESS_OR_EQUAL(2),
    /// Whether a = b.
    EQUAL(2),
    /// −a.
    NEGATE(1),
    /// e to the power of a.
    EXP(1),
    /// The natural logarithm.
    LOG(1),
    /// The square root.
    SQRT(1),
    /// The hyperbolic tangent.
    TANH(1),
    /// The logistic function 1 / (1 + e⁻ᵃ).
    SIGMOID(1),
    /// log(1 + eᵃ), without overflow.
    SOFTPLUS(1),
    /// The Gauss error function.
    ERF(1),
    /// |a|.
    ABS(1),
    /// −1, 0 or 1, as a is negative, zero or positive.
    SIGN(1),
    /// b where a is not 0 (NaN included), c where it is.
    SELECT(3);

    private final int operands;

    Operator(int operands) {
        this.operands = operands;
    }

    /// How many numbers it takes: 1, 2 or 3.
    public int operands() {
        return operands;
    }

    /// The result in float32: the arithmetic ones rounded once as IEEE 754 has it, the transcendental ones computed in
    /// double and rounded. Operands beyond [#operands] are ignored.
    public float apply(float a, float b, float c) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
            case SELECT -> a != 0 ? b : c;
            case POWER, LESS, LESS_OR_EQUAL, EQUAL, EXP, LOG, SQRT, TANH, SIGMOID, SOFTPLUS, ERF, SIGN ->
                    (float) apply((double) a, b, c);
        };
    }

    /// The result in float64. Operands beyond [#operands] are ignored.
    public double apply(double a, double b, double c) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case POWER -> Math.pow(a, b);
            case LESS -> a < b ? 1 : 0;
            case LESS_OR_EQUAL -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case NEGATE -> -a;
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case TANH -> Math.tanh(a);
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case SOFTPLUS -> Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a)));
            case ERF -> ErrorFunction.erf(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case SELECT -> a != 0 ? b : c;
        };
    }
}
