package dev.cortado.network;

import java.util.List;

/// Text in columns as wide as they need to be: the first three to the left, numbers to the right. The first line is the head,
/// the last one the sum.
record TextTable(List<String[]> lines) {
    private static final int TEXTS = 3;
    /// Long settings are cut, so that the table fits a page.
    private static final int WIDEST = 44;

    @Override
    public String toString() {
        int[] widths = new int[lines.getFirst().length];
        for (String[] line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], cut(line[column]).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 1 || i == lines.size() - 1) {
                rule(text, widths);
            }
            add(text, lines.get(i), widths);
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String[] line, int[] widths) {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < line.length; column++) {
            String cell = cut(line[column]);
            String blanks = " ".repeat(widths[column] - cell.length());
            row.append(column < TEXTS ? cell + blanks : blanks + cell).append("  ");
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    private static void rule(StringBuilder text, int[] widths) {
        for (int width : widths) {
            text.append("─".repeat(width)).append("  ");
        }
        text.setLength(text.length() - 2);
        text.append('\n');
    }

    private static String cut(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }
}
