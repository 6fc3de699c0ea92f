package dev.cortado.dashboard.race;

import java.util.ArrayList;
import java.util.List;

/// Splits `dense(4, tanh), dense(1)` into its layers: at the commas outside of brackets.
final class LayerList {
    private LayerList() {
    }

    static List<String> split(String text) {
        List<String> layers = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        layers.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> { }
            }
        }
        layers.add(text.substring(start).strip());
        return List.copyOf(layers);
    }
}
