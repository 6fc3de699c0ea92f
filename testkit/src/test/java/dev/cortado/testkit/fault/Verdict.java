package dev.cortado.testkit.fault;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs the tests of a signed contract and tells which failed, and why.
final class Verdict implements TestExecutionListener {
    private final Map<String, String> failures = new TreeMap<>();

    private Verdict() {
    }

    /// The messages of the tests that failed, by their names.
    ///
    /// @param signed the class that has signed
    /// @param tests those to run; all if none is named
    static Map<String, String> failures(Class<?> signed, String... tests) {
        Stream<DiscoverySelector> selectors = tests.length == 0
                ? Stream.of(DiscoverySelectors.selectClass(signed))
                : Arrays.stream(tests).map(test -> selected(signed, test));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectors.toList()).build();
        Verdict verdict = new Verdict();
        LauncherFactory.create().execute(request, verdict);
        return verdict.failures;
    }

    /// Tests of the reference cases take a reporter.
    private static DiscoverySelector selected(Class<?> signed, String test) {
        Class<?>[] parameters = Arrays.stream(signed.getMethods()).filter(method -> method.getName().equals(test))
                .findFirst().orElseThrow(() -> new AssertionError(signed + " has no test " + test)).getParameterTypes();
        return DiscoverySelectors.selectMethod(signed, test, parameters);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            String name = test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                    .map(MethodSource::getMethodName).orElse(test.getDisplayName());
            failures.put(name, result.getThrowable().map(String::valueOf).orElse("no reason"));
        }
    }
}
