package dev.cortado.expression;

import java.util.List;
import java.util.Locale;

/// Writes formulas as people do: with as few brackets as the order of operations allows.
enum Notation {
    TEXT, LATEX;

    private static final int CHOICE = 0;
    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int SIGN = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    String print(Expression expression) {
        return print(expression, CHOICE);
    }

    /// The text, in brackets if it binds more loosely than its place demands.
    private String print(Expression expression, int place) {
        String text = text(expression);
        if (binding(expression) >= place) {
            return text;
        }
        return this == LATEX ? "\\left(" + text + "\\right)" : "(" + text + ")";
    }

    private static int binding(Expression expression) {
        return switch (expression) {
            case Expression.Constant(double value) -> value < 0 ? SIGN : ATOM;
            case Expression.Input _, Expression.Scalar _, Call _ -> ATOM;
            case Operation operation -> switch (operation.operator()) {
                case ADD, SUBTRACT -> SUM;
                case MULTIPLY, DIVIDE -> isSquare(operation) ? POWER : PRODUCT;
                case LESS, LESS_OR_EQUAL, EQUAL -> COMPARISON;
                case NEGATE -> SIGN;
                case POWER -> POWER;
                case SELECT -> CHOICE;
                case MINIMUM, MAXIMUM, EXP, LOG, SQRT, TANH, SIGMOID, SOFTPLUS, ERF, ABS, SIGN -> ATOM;
            };
        };
    }

    private static boolean isSquare(Operation operation) {
        return operation.operator() == Operator.MULTIPLY && operation.operand(0).equals(operation.operand(1));
    }

    private String text(Expression expression) {
        return switch (expression) {
            case Expression.Input(String name, Extent _) -> name(name);
            case Expression.Scalar(String name) -> name(name);
            case Expression.Constant(double value) -> number(value);
            case Call call -> function(call.function().symbol() + (call.slope() ? "'" : ""), List.of(call.operand()));
            case Operation operation -> text(operation);
        };
    }

    private String text(Operation operation) {
        List<Expression> operands = operation.operands();
        Expression a = operands.getFirst();
        return switch (operation.operator()) {
            case ADD -> infix(operands, " + ", SUM, SUM);
            case SUBTRACT -> infix(operands, this == LATEX ? " - " : " − ", SUM, PRODUCT);
            case MULTIPLY -> isSquare(operation) ? raised(a, Expression.constant(2))
                    : infix(operands, this == LATEX ? " \\cdot " : " · ", PRODUCT, PRODUCT);
            case DIVIDE -> this == LATEX ? "\\frac{" + print(a) + "}{" + print(operands.get(1)) + "}"
                    : infix(operands, " / ", PRODUCT, SIGN);
            case POWER -> raised(a, operands.get(1));
            case LESS -> infix(operands, " < ", SUM, SUM);
            case LESS_OR_EQUAL -> infix(operands, this == LATEX ? " \\le " : " ≤ ", SUM, SUM);
            case EQUAL -> infix(operands, " = ", SUM, SUM);
            case NEGATE -> (this == LATEX ? "-" : "−") + print(a, SIGN);
            case SELECT -> choice(operands);
            case ABS -> "|" + print(a) + "|";
            case EXP -> this == LATEX ? "e^{" + print(a) + "}" : function("exp", operands);
            case SQRT -> this == LATEX ? "\\sqrt{" + print(a) + "}" : function("sqrt", operands);
            case MINIMUM -> function("min", operands);
            case MAXIMUM -> function("max", operands);
            case LOG, TANH, SIGMOID, SOFTPLUS, ERF, SIGN ->
                    function(operation.operator().name().toLowerCase(Locale.ROOT), operands);
        };
    }

    private String infix(List<Expression> operands, String sign, int left, int right) {
        return print(operands.get(0), left) + sign + print(operands.get(1), right);
    }

    private String raised(Expression base, Expression exponent) {
        if (this == LATEX) {
            return "{" + print(base, ATOM) + "}^{" + print(exponent) + "}";
        }
        boolean square = exponent.equals(Expression.constant(2));
        return print(base, ATOM) + (square ? "²" : "^" + print(exponent, ATOM));
    }

    private String choice(List<Expression> operands) {
        String condition = print(operands.get(0), COMPARISON);
        String chosen = print(operands.get(1), COMPARISON);
        String otherwise = print(operands.get(2), CHOICE);
        return this == LATEX
                ? "\\begin{cases}%s & %s\\\\ %s & \\text{otherwise}\\end{cases}".formatted(chosen, condition, otherwise)
                : condition + " ? " + chosen + " : " + otherwise;
    }

    private String function(String name, List<Expression> operands) {
        String list = String.join(", ", operands.stream().map(this::print).toList());
        return this == LATEX ? "\\operatorname{%s}\\left(%s\\right)".formatted(name, list) : name + "(" + list + ")";
    }

    private String name(String name) {
        return this == LATEX && name.length() > 1 ? "\\mathit{" + name.replace("_", "\\_") + "}" : name;
    }

    private String number(double value) {
        String digits = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value) : Double.toString(value);
        return this == LATEX ? digits : digits.replace('-', '−');
    }
}
