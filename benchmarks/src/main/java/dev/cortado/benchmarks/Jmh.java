package dev.cortado.benchmarks;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// Runs JMH's benchmarks with JMH's own arguments: `jmh Product -p engine=plain -f 1`.
@Command(name = "jmh", description = "Runs JMH's benchmarks: jmh REGEX and any of JMH's options.")
final class Jmh implements Callable<Integer> {
    @Unmatched
    private String[] arguments = {};

    @Override
    public Integer call() throws Exception {
        new Runner(new CommandLineOptions(arguments)).run();
        return 0;
    }
}
