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
                .filter(name -> distance(written, name) <= Math.max(2, written.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name)).thenComparing(name -> name))
                .map(" Did you mean '%s'?"::formatted)
                .orElse("");
    }

    /// How many letters must be put in, taken out or changed (Levenshtein, 1966); upper case counts as lower.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
