package dev.cortado.layer;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A product of powers of a sample's numbers, which are called x1, x2, …: `x1`, `x1*x2`, `x1^2*x3`.
///
/// @param factors the powers, by ascending number and each number once
public record Monomial(List<Factor> factors) {
    private static final int MOST_NUMBERS = 1 << 20;
    private static final int HIGHEST_POWER = 64;
    private static final Pattern FACTOR = Pattern.compile("x([1-9]\\d{0,6})(?:\\^([1-9]\\d?))?");

    /// The product of these powers.
    ///
    /// @throws IllegalArgumentException if there is no factor, or a number does not follow the one before
    public Monomial {
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("A monomial has at least one factor");
        }
        for (int i = 1; i < factors.size(); i++) {
            if (factors.get(i).number() <= factors.get(i - 1).number()) {
                throw new IllegalArgumentException("The factors of a monomial ascend by their numbers, unlike %s".formatted(factors));
            }
        }
    }

    /// A power of one number.
    ///
    /// @param number which: 1 is x1
    /// @param power how often it is a factor, 1 to 64
    public record Factor(int number, int power) {
        /// Checks both.
        ///
        /// @throws IllegalArgumentException if there is no such number or power
        public Factor {
            if (number < 1 || number > MOST_NUMBERS) {
                throw new IllegalArgumentException("There is no number x%d: they are called x1 to x%d".formatted(number, MOST_NUMBERS));
            }
            if (power < 1 || power > HIGHEST_POWER) {
                throw new IllegalArgumentException("A power is from 1 to %d, not %d".formatted(HIGHEST_POWER, power));
            }
        }

        /// The text form, `x2^3`.
        @Override
        public String toString() {
            return "x" + number + (power == 1 ? "" : "^" + power);
        }
    }

    /// Reads the text form: factors such as `x1` or `x2^3` with `*` between them.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Monomial valueOf(String text) {
        SortedMap<Integer, Integer> powers = new TreeMap<>();
        for (String factor : text.split("\\*", -1)) {
            Matcher matcher = FACTOR.matcher(factor.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no factor of a monomial; good are x1, x2^3, with * between them".formatted(factor));
            }
            powers.merge(Integer.valueOf(matcher.group(1)), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)), Integer::sum);
        }
        return new Monomial(powers.entrySet().stream().map(each -> new Factor(each.getKey(), each.getValue())).toList());
    }

    /// The highest number that is a factor.
    int highestNumber() {
        return factors.getLast().number();
    }

    /// Its value for the sample that begins at a place.
    double value(float[] data, int start) {
        double product = 1;
        for (int i = 0; i < factors.size(); i++) {
            product *= power(data[start + factors.get(i).number() - 1], factors.get(i).power());
        }
        return product;
    }

    /// Its partial derivative with respect to a number.
    double slope(float[] data, int start, int number) {
        int power = power(number);
        if (power == 0) {
            return 0;
        }
        double product = power * power(data[start + number - 1], power - 1);
        for (int i = 0; i < factors.size(); i++) {
            Factor each = factors.get(i);
            product *= each.number() == number ? 1 : power(data[start + each.number() - 1], each.power());
        }
        return product;
    }

    private int power(int number) {
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i).number() == number) {
                return factors.get(i).power();
            }
        }
        return 0;
    }

    /// By multiplication, so that the bits are the same everywhere.
    private static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    /// The text form.
    @Override
    public String toString() {
        return factors.stream().map(Factor::toString).collect(Collectors.joining("*"));
    }
}
