package dev.cortado.evaluation;

import java.util.Locale;

/// Precision, recall, F1 and support of every class as a table.
record ClassReport(ConfusionMatrix matrix) {
    @Override
    public String toString() {
        ClassCounts counts = matrix.counts();
        TextTable table = new TextTable();
        table.row("", "precision", "recall", "f1", "support");
        long all = 0;
        for (int label = 0; label < counts.classes(); label++) {
            table.row(matrix.labels().get(label), figure(counts.precision(label)), figure(counts.recall(label)),
                    figure(counts.f1(label)), Long.toString(counts.support(label)));
            all += counts.support(label);
        }
        table.row("accuracy", "", "", figure(matrix.accuracy()), Long.toString(all));
        average(table, "macro", Average.MACRO, all);
        average(table, "weighted", Average.WEIGHTED, all);
        return table.toString();
    }

    private void average(TextTable table, String name, Average average, long all) {
        ClassCounts counts = matrix.counts();
        table.row(name, figure(counts.precision(average)), figure(counts.recall(average)), figure(counts.f1(average)),
                Long.toString(all));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
