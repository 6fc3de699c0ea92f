package dev.cortado.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

final class JmhTest {
    @Test
    void everyBenchmarkRuns() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("dev.cortado.benchmarks.jmh").mode(Mode.SingleShotTime)
                .forks(0).warmupIterations(0).measurementIterations(1).shouldFailOnError(true).verbosity(VerboseMode.SILENT).build()).run();
        assertThat(results).extracting(result -> simple(result.getParams().getBenchmark())).contains(
                "ProductBenchmark.multiply", "ProductBenchmark.multiplyTransposed", "ProductBenchmark.addTransposedMultiply",
                "FormulaBenchmark.swish", "FormulaBenchmark.swishGradient", "FormulaBenchmark.update",
                "RowBenchmark.softmax", "RowBenchmark.crossEntropy", "RowBenchmark.addSumOfRows", "RowBenchmark.sum",
                "NetworkBenchmark.step", "NetworkBenchmark.predict", "NetworkBenchmark.draw");
    }

    private static String simple(String benchmark) {
        return benchmark.substring("dev.cortado.benchmarks.jmh.".length());
    }
}
