package dev.cortado.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A product of powers of a sample's numbers, which are called x1, x2, …: `x1`, `x1*x2`, `x1^2*x3`.
///
/// @param powers how often each number is a factor, that of x1 first and the last one not 0
public record Monomial(List<Integer> powers) {
    private static final int MOST_NUMBERS = 1 << 20;
    private static final int HIGHEST_POWER = 64;
    private static final Pattern FACTOR = Pattern.compile("x([1-9]\\d{0,6})(?:\\^([1-9]\\d?))?");

    /// The product of these powers.
    ///
    /// @throws IllegalArgumentException if there is no factor, or a power is negative or above 64
    public Monomial {
        powers = List.copyOf(powers);
        if (powers.isEmpty() || powers.getLast() == 0) {
            throw new IllegalArgumentException("A monomial ends with a power that is not 0, unlike " + powers);
        }
        for (int power : powers) {
            if (power < 0 || power > HIGHEST_POWER) {
                throw new IllegalArgumentException("A power is from 0 to %d, not %d".formatted(HIGHEST_POWER, power));
            }
        }
    }

    /// Reads the text form: factors such as `x1` or `x2^3` with `*` between them.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Monomial valueOf(String text) {
        Map<Integer, Integer> powers = new LinkedHashMap<>();
        for (String factor : text.split("\\*", -1)) {
            Matcher matcher = FACTOR.matcher(factor.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "'%s' is no factor of a monomial; good are x1, x2^3, with * between them".formatted(factor));
            }
            powers.merge(number(matcher.group(1)), matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2)), Integer::sum);
        }
        Integer[] all = new Integer[powers.keySet().stream().mapToInt(each -> each).max().orElseThrow()];
        Arrays.setAll(all, i -> powers.getOrDefault(i + 1, 0));
        return new Monomial(List.of(all));
    }

    private static int number(String digits) {
        int number = Integer.parseInt(digits);
        if (number > MOST_NUMBERS) {
            throw new IllegalArgumentException("x%d is beyond the last possible number x%d".formatted(number, MOST_NUMBERS));
        }
        return number;
    }

    /// Its value for the sample that begins at a place.
    double value(float[] data, int start) {
        double product = 1;
        for (int i = 0; i < powers.size(); i++) {
            product *= power(data[start + i], powers.get(i));
        }
        return product;
    }

    /// Its partial derivative with respect to number i.
    double slope(float[] data, int start, int i) {
        int power = i < powers.size() ? powers.get(i) : 0;
        if (power == 0) {
            return 0;
        }
        double product = power * power(data[start + i], power - 1);
        for (int other = 0; other < powers.size(); other++) {
            product *= other == i ? 1 : power(data[start + other], powers.get(other));
        }
        return product;
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
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < powers.size(); i++) {
            if (powers.get(i) > 0) {
                factors.add("x" + (i + 1) + (powers.get(i) == 1 ? "" : "^" + powers.get(i)));
            }
        }
        return factors.stream().collect(Collectors.joining("*"));
    }
}
