package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestReporter;

/// Runs the cases of a family and counts what became of them.
final class Tally {
    private final List<AssertionError> failures = new ArrayList<>();
    private int cases;
    private int passed;

    private Tally() {
    }

    /// Runs every case, tells the count, and fails if one failed or its plug-in is unknown.
    static void run(Family family, Engine engine, TestReporter reporter) {
        run(family, ReferenceFile.of(family.file()), engine, reporter);
    }

    static void run(Family family, ReferenceFile file, Engine engine, TestReporter reporter) {
        Assumptions.assumeTrue(file.exists(), () -> "There is no " + file.place());
        Tally tally = new Tally();
        for (ReferenceCase reference : file.cases()) {
            tally.count(family, reference, engine);
        }
        String told = "Reference cases on %s: %s: %s".formatted(engine.name(), file.place(), tally);
        reporter.publishEntry(told);
        System.out.println(told);
        tally.failIfAnyFailed(told);
    }

    private void count(Family family, ReferenceCase reference, Engine engine) {
        cases++;
        try {
            List<String> lacking = family.missing(reference);
            if (!lacking.isEmpty()) {
                throw reference.failure("there is no such plug-in: " + String.join(", ", lacking));
            }
            family.run(reference, engine);
            passed++;
        } catch (AssertionError failure) {
            failures.add(failure);
        } catch (RuntimeException thrown) {
            AssertionError failure = reference.failure(thrown.toString());
            failure.initCause(thrown);
            failures.add(failure);
        }
    }

    private void failIfAnyFailed(String told) {
        if (!failures.isEmpty()) {
            StringBuilder message = new StringBuilder(told);
            failures.forEach(failure -> message.append("\n  ").append(failure.getMessage()));
            AssertionError error = new AssertionError(message.toString());
            failures.forEach(error::addSuppressed);
            throw error;
        }
    }

    @Override
    public String toString() {
        return "%d cases, %d passed, %d failed".formatted(cases, passed, failures.size());
    }
}
