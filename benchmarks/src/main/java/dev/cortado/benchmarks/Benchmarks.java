package dev.cortado.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the benchmarks: `train W1 --engine vector --epochs 8 --threads 1` and its like.
@Command(name = "benchmarks", mixinStandardHelpOptions = true, description = "Times the engines.",
        subcommands = {Train.class, Predict.class, Gemm.class, ElementWise.class, Ulp.class, Jmh.class})
public final class Benchmarks {
    /// Runs the command line and ends the JVM with its exit code.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }
}
