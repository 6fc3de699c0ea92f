package dev.cortado.expression;

/// A function of one number that cannot be written as an [Expression]: its value and its slope, given as Java code.
///
/// It is slower than an expression, just as correct, and cannot be exported to other formats. An implementer must be pure
/// (equal arguments, equal results, from any thread) and should be a record, because expressions are compared by what
/// [Object#equals] says of their functions.
public interface ScalarFunction {
    /// The function's value.
    double value(double x);

    /// Its derivative.
    double slope(double x);

    /// What it is called in a printed formula.
    default String symbol() {
        return getClass().getSimpleName();
    }
}
