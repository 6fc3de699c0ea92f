package dev.cortado.expression;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/// Differentiates an expression with respect to one input, rule by rule; a slope that is 0 for sure is null, so that no
/// term is written for it.
///
/// Where a rule can be told with the value of the node itself, it is: exp' = exp, sigmoid' = s(1 − s), tanh' = 1 − t²,
/// (a / b)' = (a' − (a / b) b') / b. A network that has kept its outputs then need not compute them again.
final class Derivative {
    private static final Expression ZERO = Expression.constant(0);
    private static final Expression ONE = Expression.constant(1);

    private final Expression.Input input;
    private final IdentityHashMap<Expression, Expression> slopes = new IdentityHashMap<>();

    private Derivative(Expression.Input input) {
        this.input = input;
    }

    static Expression of(Expression expression, Expression.Input input) {
        return orZero(new Derivative(input).slope(expression));
    }

    private @Nullable Expression slope(Expression expression) {
        Expression known = slopes.get(expression);
        if (known == null) {
            known = orZero(computed(expression));
            slopes.put(expression, known);
        }
        return known.equals(ZERO) ? null : known;
    }

    private @Nullable Expression computed(Expression expression) {
        if (expression instanceof Operation operation) {
            return ofOperation(operation);
        }
        if (expression instanceof Call call) {
            return chain(slope(call), slope(call.operand()));
        }
        return expression.equals(input) ? ONE : null;
    }

    private static Expression slope(Call call) {
        if (call.slope()) {
            throw new UnsupportedOperationException(
                    "Function %s has a value and a slope, but no second derivative".formatted(call.function().symbol()));
        }
        return new Call(call.function(), true, call.operand());
    }

    private @Nullable Expression ofOperation(Operation y) {
        Expression a = y.operand(0);
        Expression da = slope(a);
        if (y.operands().size() == 1) {
            return ofOne(y, a, da);
        }
        Expression b = y.operand(1);
        Expression db = slope(b);
        return switch (y.operator()) {
            case ADD -> sum(da, db);
            case SUBTRACT -> difference(da, db);
            case MULTIPLY -> sum(chain(b, da), chain(a, db));
            case DIVIDE -> quotient(difference(da, chain(y, db)), b);
            // y > b says the same as a > b, and needs the value alone when b is a constant.
            case MAXIMUM -> either(y.greaterThan(b), da, db);
            case MINIMUM -> either(y.lessThan(b), da, db);
            case POWER -> power(y, a, b, da, db);
            case LESS, LESS_OR_EQUAL, EQUAL -> null;
            case SELECT -> either(a, db, slope(y.operand(2)));
            case NEGATE, EXP, LOG, SQRT, TANH, SIGMOID, SOFTPLUS, ERF, ABS, SIGN ->
                    throw new AssertionError(y.operator() + " takes one operand");
        };
    }

    private static @Nullable Expression ofOne(Operation y, Expression a, @Nullable Expression da) {
        return switch (y.operator()) {
            case NEGATE -> negative(da);
            case EXP -> chain(y, da);
            case LOG -> quotient(da, a);
            case SQRT -> quotient(chain(Expression.constant(0.5), da), y);
            case TANH -> chain(ONE.minus(y.square()), da);
            case SIGMOID -> chain(y.times(ONE.minus(y)), da);
            case SOFTPLUS -> chain(a.sigmoid(), da);
            case ERF -> chain(a.square().negate().exp().times(2 / Math.sqrt(Math.PI)), da);
            case ABS -> chain(a.sign(), da);
            case SIGN -> null;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, POWER, LESS, LESS_OR_EQUAL, EQUAL, SELECT ->
                    throw new AssertionError(y.operator() + " takes more than one operand");
        };
    }

    private static @Nullable Expression power(
            Expression y, Expression a, Expression b, @Nullable Expression da, @Nullable Expression db) {
        if (b instanceof Expression.Constant(double exponent)) {
            return exponent == 0 ? null : chain(slopeOfPower(a, exponent), da);
        }
        return sum(chain(b.times(a.pow(b.minus(1))), da), chain(y.times(a.log()), db));
    }

    /// n aⁿ⁻¹, without a power where multiplying does it.
    private static Expression slopeOfPower(Expression a, double exponent) {
        if (exponent == 1) {
            return ONE;
        }
        Expression lower = exponent == 2 ? a : exponent == 3 ? a.square() : a.pow(exponent - 1);
        return Expression.constant(exponent).times(lower);
    }

    /// The chain rule's product; a factor that is exactly 1 is left out.
    private static @Nullable Expression chain(Expression factor, @Nullable Expression slope) {
        if (slope == null) {
            return null;
        }
        if (slope.equals(ONE)) {
            return factor;
        }
        return factor.equals(ONE) ? slope : factor.times(slope);
    }

    private static @Nullable Expression sum(@Nullable Expression a, @Nullable Expression b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.plus(b);
    }

    /// 1 − (1 − t²) is t²: near 0 nothing would be left of the difference but its rounding.
    private static @Nullable Expression difference(@Nullable Expression a, @Nullable Expression b) {
        if (a == null || b == null) {
            return b == null ? a : negative(b);
        }
        return a.equals(ONE) && b instanceof Operation less && less.operator() == Operator.SUBTRACT && less.operand(0).equals(ONE)
                ? less.operand(1) : a.minus(b);
    }

    private static @Nullable Expression negative(@Nullable Expression a) {
        return a == null ? null : a instanceof Expression.Constant(double value) ? Expression.constant(-value) : a.negate();
    }

    private static @Nullable Expression quotient(@Nullable Expression a, Expression b) {
        return a == null ? null : a.dividedBy(b);
    }

    private static @Nullable Expression either(Expression condition, @Nullable Expression a, @Nullable Expression b) {
        return a == null && b == null ? null : Expression.select(condition, orZero(a), orZero(b));
    }

    private static Expression orZero(@Nullable Expression slope) {
        return slope == null ? ZERO : slope;
    }
}
