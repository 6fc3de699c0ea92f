package dev.cortado.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/// Writes formulas as people do: with as few brackets as the order of operations allows.
enum Notation {
    TEXT, LATEX;

    private static final double LONGEST = 2000;

    private static final int CHOICE = 0;
    private static final int COMPARISON = 1;
    private static final int SUM = 2;
    private static final int PRODUCT = 3;
    private static final int SIGN = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    /// Parts that are shared are written wherever they occur; a formula that gets too long by that is only counted.
    String print(Expression expression) {
        if (length(expression, new IdentityHashMap<>()) > LONGEST) {
            String count = "formula of %d steps".formatted(Formula.of(expression).instructions().size());
            return this == LATEX ? "\\text{" + count + "}" : count;
        }
        return inner(expression);
    }

    /// How many nodes would be written.
    private static double length(Expression expression, IdentityHashMap<Expression, Double> known) {
        Double length = known.get(expression);
        if (length == null) {
            length = 1 + switch (expression) {
                case Expression.Constant _, Expression.Input _, Expression.Scalar _ -> 0;
                case Call call -> length(call.operand(), known);
                case Operation operation -> operation.operands().stream().mapToDouble(each -> length(each, known)).sum();
            };
            known.put(expression, length);
        }
        return length;
    }

    private String inner(Expression expression) {
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
            case SUBTRACT -> infix(operands, " " + minus() + " ", SUM, PRODUCT);
            case MULTIPLY -> isSquare(operation) ? raised(a, Expression.constant(2))
                    : infix(operands, this == LATEX ? " \\cdot " : " · ", PRODUCT, PRODUCT);
            case DIVIDE -> this == LATEX ? "\\frac{" + inner(a) + "}{" + inner(operands.get(1)) + "}"
                    : infix(operands, " / ", PRODUCT, SIGN);
            case POWER -> raised(a, operands.get(1));
            case LESS -> compared(operands, " < ");
            case LESS_OR_EQUAL -> compared(operands, this == LATEX ? " \\le " : " ≤ ");
            case EQUAL -> compared(operands, " = ");
            case NEGATE -> minus() + print(a, SIGN);
            case SELECT -> choice(operands);
            case ABS -> "|" + inner(a) + "|";
            case EXP -> this == LATEX ? "e^{" + inner(a) + "}" : function("exp", operands);
            case SQRT -> this == LATEX ? "\\sqrt{" + inner(a) + "}" : function("sqrt", operands);
            case MINIMUM -> function("min", operands);
            case MAXIMUM -> function("max", operands);
            case LOG, TANH, SIGMOID, SOFTPLUS, ERF, SIGN ->
                    function(operation.operator().name().toLowerCase(Locale.ROOT), operands);
        };
    }

    /// What begins with a sign does not follow another sign without brackets.
    private String infix(List<Expression> operands, String sign, int left, int right) {
        Expression b = operands.get(1);
        return print(operands.get(0), left) + sign + print(b, binding(b) == SIGN ? ATOM : right);
    }

    private String compared(List<Expression> operands, String sign) {
        return print(operands.get(0), SUM) + sign + print(operands.get(1), SUM);
    }

    private String raised(Expression base, Expression exponent) {
        if (this == LATEX) {
            return "{" + print(base, ATOM) + "}^{" + inner(exponent) + "}";
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
        String list = String.join(", ", operands.stream().map(this::inner).toList());
        return this == LATEX ? "\\operatorname{%s}\\left(%s\\right)".formatted(name, list) : name + "(" + list + ")";
    }

    private String name(String name) {
        return this == LATEX && name.length() > 1 ? "\\mathit{" + name.replace("_", "\\_") + "}" : name;
    }

    private String number(double value) {
        if (Double.isInfinite(value)) {
            return (value < 0 ? minus() : "") + (this == LATEX ? "\\infty" : "∞");
        }
        String digits = Double.toString(value);
        int exponent = digits.indexOf('E');
        if (exponent < 0) {
            return mantissa(digits);
        }
        String mantissa = mantissa(digits.substring(0, exponent));
        String power = digits.substring(exponent + 1);
        return this == LATEX ? mantissa + " \\cdot 10^{" + power + "}" : mantissa + "e" + power.replace("-", minus());
    }

    private String mantissa(String digits) {
        return digits.replaceFirst("\\.0$", "").replace("-", minus());
    }

    private String minus() {
        return this == LATEX ? "-" : "−";
    }
}
