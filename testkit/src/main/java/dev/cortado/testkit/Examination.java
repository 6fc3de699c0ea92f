package dev.cortado.testkit;

import dev.cortado.plugin.Plugin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/// A plug-in put through the tests of its contract, without a test runner.
///
/// @param checks how many tests there were
/// @param failures why some failed, by their names as sentences
record Examination(int checks, SequencedMap<String, String> failures) {

    static Examination of(Plugin plugin) {
        Signature signed = Signature.of(plugin);
        List<Method> tests = Arrays.stream(signed.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class)).sorted(Comparator.comparing(Method::getName)).toList();
        SequencedMap<String, String> failures = new TreeMap<>();
        for (Method test : tests) {
            run(signed, test, failures);
        }
        return new Examination(tests.size(), failures);
    }

    private static void run(Signature signed, Method test, SequencedMap<String, String> failures) {
        try {
            test.invoke(signed);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            if (!(cause instanceof TestAbortedException)) {
                failures.put(sentence(test.getName()), reason(cause));
            }
        } catch (IllegalAccessException e) {
            throw new LinkageError("A contract's tests are public: " + test, e);
        }
    }

    private static String sentence(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String reason(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        return cause instanceof AssertionError ? message : cause.getClass().getName() + ": " + message;
    }
}
