package dev.cortado.evaluation;

import java.util.ArrayList;
import java.util.List;

/// Rows of texts in columns: the first to the left, the others to the right.
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    void row(String head, String... cells) {
        List<String> row = new ArrayList<>(List.of(head));
        row.addAll(List.of(cells));
        rows.add(row);
    }

    @Override
    public String toString() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(row.getFirst()).append(" ".repeat(widths[0] - row.getFirst().length()));
            for (int c = 1; c < row.size(); c++) {
                text.append("  ").append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
