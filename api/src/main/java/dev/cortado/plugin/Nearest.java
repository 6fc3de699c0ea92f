package dev.cortado.plugin;

import java.util.Collection;
import java.util.Comparator;

/// Finds the name that somebody probably meant.
final class Nearest {
    private Nearest() {
    }

    /// " Did you mean 'relu'?" for 'rellu', and nothing where no name is near.
    static String hint(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> distance(written, name) <= Math.max(1, (written.length() + 1) / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name)).thenComparing(name -> name))
                .map(" Did you mean '%s'?"::formatted)
                .orElse("");
    }

    /// How many letters must be put in, taken out, changed or swapped with their neighbour (Damerau, 1964); upper case
    /// counts as lower.
    static int distance(String a, String b) {
        int[] last = new int[b.length() + 1];
        int[] row = firstRow(b.length());
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = row[j - 1] + (same(a, i, b, j) ? 0 : 1);
                int swapped = i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j) ? last[j - 2] + 1 : changed;
                next[j] = Math.min(Math.min(changed, swapped), Math.min(row[j], next[j - 1]) + 1);
            }
            last = row;
            row = next;
        }
        return row[b.length()];
    }

    private static int[] firstRow(int length) {
        int[] row = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            row[j] = j;
        }
        return row;
    }

    /// Whether the i-th letter of a is the j-th of b, counted from 1.
    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    }
}
