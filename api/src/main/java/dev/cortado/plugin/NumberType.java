package dev.cortado.plugin;

import java.math.BigDecimal;
import java.util.Optional;

/// Settings that are numbers.
sealed interface NumberType extends SettingType {

    /// An int, or a long.
    record Whole(boolean narrow) implements NumberType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (!(form instanceof Form.Numeral(String digits))) {
                throw place.mismatch(words(), form);
            }
            long number = isShort(digits) ? Integer.parseInt(digits) : exact(form, digits, place);
            return narrow ? (Object) (int) number : (Object) number;
        }

        /// Whether there are digits and nothing else, so few that they fit an int. Nearly all settings are written so, and do without BigDecimal, a class that
        /// takes 60 ms to load where time is short: it squares large numbers.
        private static boolean isShort(String digits) {
            boolean few = digits.length() <= 9;
            for (int i = 0; few && i < digits.length(); i++) {
                few = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
            }
            return few;
        }

        private long exact(Form form, String digits, Place place) {
            BigDecimal number = parsed(digits).orElseThrow(() -> outOfRange(digits, place));
            try {
                return narrow ? number.intValueExact() : number.longValueExact();
            } catch (ArithmeticException _) {
                boolean fraction = number.stripTrailingZeros().scale() > 0;
                throw fraction ? place.mismatch(words(), form) : outOfRange(digits, place);
            }
        }

        /// Empty where the exponent alone is beyond any long: such a number is better not written out.
        private static Optional<BigDecimal> parsed(String digits) {
            try {
                BigDecimal number = new BigDecimal(digits);
                return Math.abs((long) number.precision() - number.scale()) > 400 ? Optional.empty() : Optional.of(number);
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        }

        private PluginException outOfRange(String digits, Place place) {
            return place.error("takes a whole number from %d to %d, not %s".formatted(
                    narrow ? Integer.MIN_VALUE : Long.MIN_VALUE, narrow ? Integer.MAX_VALUE : Long.MAX_VALUE,
                    Form.shortened(digits)));
        }

        @Override
        public Form write(Object value, Description description) {
            return new Form.Numeral(value.toString());
        }

        @Override
        public String words() {
            return "a whole number";
        }
    }

    /// A float, or a double.
    record Real(boolean narrow) implements NumberType {
        @Override
        public Object read(Form form, Place place, Binding binding) {
            if (!(form instanceof Form.Numeral(String digits))) {
                throw place.mismatch(words(), form);
            }
            double value = narrow ? Float.parseFloat(digits) : Double.parseDouble(digits);
            if (Double.isInfinite(value)) {
                throw place.error("takes a number of at most %s, not %s".formatted(
                        narrow ? Names.number(Float.MAX_VALUE) : Names.number(Double.MAX_VALUE), Form.shortened(digits)));
            }
            return narrow ? (Object) (float) value : (Object) value;
        }

        @Override
        public Form write(Object value, Description description) {
            return Form.bare(value instanceof Float single ? Names.number(single) : Names.number((Double) value));
        }

        @Override
        public String words() {
            return "a number";
        }
    }
}
